package dev.zonegate.gate;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and loads the one policy of a build. */
public final class PolicyFile {
  public static final String NAME = "zonegate.yml";

  private PolicyFile() {}

  /**
   * The policy of a folder: the nearest {@code zonegate.yml} in it or above, no further than the
   * folder that holds {@code .mvn} or {@code .git}.
   */
  public static Optional<Path> find(Path start) {
    for (Path each = start; each != null; each = each.getParent()) {
      // a link that leads nowhere is no reason to judge without the policy
      if (Files.exists(each.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(each.resolve(NAME));
      }
      if (isRoot(each)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The folder that paths are relative to: that of the policy, else the nearest that holds {@code
   * .mvn} or {@code .git}, else {@code start}.
   */
  public static Path rootOf(Path start) {
    Optional<Path> policy = find(start);
    if (policy.isPresent()) {
      return policy.get().getParent();
    }
    for (Path each = start; each != null; each = each.getParent()) {
      if (isRoot(each)) {
        return each;
      }
    }
    return start;
  }

  private static boolean isRoot(Path folder) {
    return Files.isDirectory(folder.resolve(".mvn")) || Files.exists(folder.resolve(".git"));
  }

  /** Loads a policy. */
  public static Policy load(Path file, RuleNames names) throws PolicyException {
    return PolicyReader.read(StrictText.of(file), file, names);
  }
}
