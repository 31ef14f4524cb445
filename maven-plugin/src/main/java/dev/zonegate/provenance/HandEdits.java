package dev.zonegate.provenance;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Finds commits in which people edited a file that is said to be generated: they change a few lines
 * of it, code of other files or none, and nothing that a generator could have read.
 */
final class HandEdits {
  private static final int MOST_COMMITS = 200;
  private static final int MOST_PATHS = 50;

  private final GitHistory history;

  HandEdits(GitHistory history) {
    this.history = history;
  }

  /**
   * The last such commit.
   *
   * @param among the commits that count; all if null
   */
  Optional<ObjectId> last(String path, Set<ObjectId> among) throws IOException {
    try (RevWalk commits = new RevWalk(history.repository())) {
      commits.setRetainBody(false);
      commits.setRewriteParents(false);
      commits.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
      commits.markStart(commits.parseCommit(history.head()));
      int seen = 0;
      for (RevCommit each : commits) {
        boolean counts = among == null || among.contains(each);
        if (counts && isHandEdit(commits, each, path)) {
          return Optional.of(each.copy());
        }
        if (++seen == MOST_COMMITS) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }
  }

  private boolean isHandEdit(RevWalk commits, RevCommit commit, String path) throws IOException {
    if (commit.getParentCount() != 1 || history.isCutOff(commit.name())) {
      return false;
    }
    RevCommit parent = commits.parseCommit(commit.getParent(0));
    Optional<RawText> before = history.file(parent, path);
    Optional<RawText> after = history.file(commit, path);
    return before.isPresent()
        && after.isPresent()
        && isSmall(before.get(), after.get())
        && isOnlyCode(parent, commit);
  }

  /** Whether it leaves most lines as they were, which whoever generates anew may not. */
  private static boolean isSmall(RawText before, RawText after) {
    EditList edits = new HistogramDiff().diff(RawTextComparator.WS_IGNORE_ALL, before, after);
    int changed =
        edits.stream().mapToInt((Edit each) -> each.getLengthA() + each.getLengthB()).sum();
    return changed > 0 && changed * 4 < before.size() + after.size();
  }

  /** Whether a commit changes Java files, not all of them said to be generated. */
  private boolean isOnlyCode(RevCommit parent, RevCommit commit) throws IOException {
    int paths = 0;
    boolean hasKept = false;
    try (TreeWalk tree = new TreeWalk(history.repository())) {
      tree.addTree(parent.getTree());
      tree.addTree(commit.getTree());
      tree.setRecursive(true);
      tree.setFilter(TreeFilter.ANY_DIFF);
      while (tree.next()) {
        if (!tree.getPathString().endsWith(".java") || ++paths > MOST_PATHS) {
          return false;
        }
        hasKept |= history.file(commit, tree.getPathString()).map(HandEdits::isKept).orElse(true);
      }
    }
    // one file alone is edited, not generated; of many somebody else may have changed the source
    return hasKept || paths == 1;
  }

  private static boolean isKept(RawText text) {
    String head = text.getString(0, Math.min(text.size(), 100), false);
    return Arrays.stream(head.split("\\R")).noneMatch(each -> each.contains("enerated"));
  }
}
