package dev.zonegate.provenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.cache.CacheRegion;
import org.eclipse.jgit.lib.ObjectId;

/** Finds which commit brought each line of a file of HEAD. */
final class Blame {
  private final GitHistory history;
  private final Set<ObjectId> range;
  private final BlameStore store;

  /**
   * A way to blame.
   *
   * @param range the commits that are of interest, since what lies before them is not looked into;
   *     null for all
   * @param store of what was blamed before
   */
  Blame(GitHistory history, Set<ObjectId> range, BlameStore store) {
    this.history = history;
    this.range = range;
    this.store = store;
  }

  /** The origins of a file's lines in HEAD, in order. */
  List<LineOrigin> of(String path) throws IOException {
    if (range != null) {
      return blame(path);
    }
    String blob = history.blobName(path);
    Optional<List<LineOrigin>> kept = store.origins(path, blob);
    List<LineOrigin> origins = kept.isPresent() ? kept.get() : blame(path);
    store.keep(path, blob, origins);
    return origins;
  }

  private List<LineOrigin> blame(String path) throws IOException {
    List<LineOrigin> lines = new ArrayList<>();
    try (BlameGenerator generator =
        new BlameGenerator(
            history.repository(),
            path,
            range == null
                ? null
                : (in, commit, name) -> range.contains(commit) ? null : atEdge(commit, name))) {
      generator.setFollowFileRenames(true);
      generator.push(null, history.head());
      while (generator.next()) {
        String commit = generator.getSourceCommit().name();
        for (int i = 0; i < generator.getRegionLength(); i++) {
          int line = generator.getSourceStart() + i + 1;
          set(
              lines,
              generator.getResultStart() + i,
              new LineOrigin(commit, generator.getSourcePath(), line));
        }
      }
    }
    return lines;
  }

  /** Outside the range the commit where the walk arrives answers for the whole file. */
  private List<CacheRegion> atEdge(ObjectId commit, String path) {
    return List.of(new CacheRegion(path, commit.copy(), 0, Integer.MAX_VALUE));
  }

  private static void set(List<LineOrigin> lines, int index, LineOrigin origin) {
    while (lines.size() <= index) {
      lines.add(LineOrigin.UNCOMMITTED);
    }
    lines.set(index, origin);
  }

  /** Whether a line came with a commit of interest, or is not committed yet. */
  boolean isOfInterest(LineOrigin origin) {
    return range == null
        || !origin.isCommitted()
        || range.contains(ObjectId.fromString(origin.commit()));
  }
}
