package dev.zonegate.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The libraries that a build may use: a {@code group:artifact} or {@code group:*} a line. */
public final class DependencyList {
  public static final String NAME = "zonegate-dependencies.txt";
  private static final String LINE = "[\\w.-]+:([\\w.-]+|\\*)";

  private DependencyList() {}

  /** The list in a folder; empty if there is none. */
  public static Set<String> in(Path folder) throws PolicyException {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Set.of();
    }
    List<String> lines = StrictText.of(file).lines().toList();
    Set<String> allowed = new TreeSet<>();
    Problems problems = new Problems(NAME);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      if (line.matches(LINE)) {
        allowed.add(line);
      } else if (!line.isEmpty()) {
        String what = " is no library; write `group:artifact` or `group:*`";
        problems.add(i + 1, 1, Problems.quote(line) + what);
      }
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(problems.lines());
    }
    return allowed;
  }
}
