package dev.zonegate.provenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files that some commit with a known author may have lines in, under all names that they had:
 * one walk through history, which spares the others a blame.
 */
final class Suspects {
  private final Repository repository;
  private final RevWalk walk;
  private final Set<String> paths = new HashSet<>();
  private TreeFilter deleted;

  /** What is asked of a commit of a walk. */
  interface Question {
    boolean of(RevWalk walk, RevCommit commit) throws IOException;
  }

  private Suspects(Repository repository, RevWalk walk) {
    this.repository = repository;
    this.walk = walk;
  }

  /**
   * Finds them, oldest commits first.
   *
   * @param isTold whether anything says who wrote a commit
   */
  static Set<String> of(GitHistory history, Question isTold) throws IOException {
    try (RevWalk walk = new RevWalk(history.repository())) {
      // all commits are held before the first is looked at
      walk.setRetainBody(false);
      walk.sort(RevSort.TOPO, true);
      walk.sort(RevSort.REVERSE, true);
      walk.markStart(walk.parseCommit(history.head()));
      Suspects suspects = new Suspects(history.repository(), walk);
      for (RevCommit each : walk) {
        suspects.add(each, isTold.of(walk, each));
      }
      return suspects.paths;
    }
  }

  private void add(RevCommit commit, boolean isTold) throws IOException {
    if (isTold) {
      paths.addAll(changed(commit, TreeFilter.ANY_DIFF, false));
      deleted = null;
      return;
    }
    if (paths.isEmpty()) {
      return;
    }
    if (deleted == null) {
      deleted = AndTreeFilter.create(PathFilterGroup.createFromStrings(paths), TreeFilter.ANY_DIFF);
    }
    if (!changed(commit, deleted, true).isEmpty()) {
      // whatever came as it went may be the same file
      paths.addAll(changed(commit, TreeFilter.ANY_DIFF, false));
      deleted = null;
    }
  }

  /** The paths that a commit changed against any parent, or those that it took away. */
  private List<String> changed(RevCommit commit, TreeFilter filter, boolean onlyGone)
      throws IOException {
    List<String> found = new ArrayList<>();
    try (TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(commit.getTree());
      for (RevCommit parent : commit.getParents()) {
        walk.parseHeaders(parent);
        tree.addTree(parent.getTree());
      }
      if (commit.getParentCount() == 0) {
        tree.addTree(new EmptyTreeIterator());
      }
      tree.setRecursive(true);
      tree.setFilter(filter);
      while (tree.next()) {
        boolean isGone = tree.getRawMode(0) == FileMode.TYPE_MISSING;
        if (isGone == onlyGone) {
          found.add(tree.getPathString());
        }
      }
    }
    return found;
  }
}
