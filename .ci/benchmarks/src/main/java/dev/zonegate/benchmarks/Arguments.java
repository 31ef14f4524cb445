package dev.zonegate.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be compared: names of programs, and {@code --key=value}.
 *
 * @param programs at least two; the first is what the others are measured by
 * @param home holds the unpacked projects
 * @param tools holds the class paths of other tools
 * @param runs how often each program runs; the cheapest counts
 * @param workload {@code 40}, {@code 150} or {@code 750}
 */
record Arguments(List<String> programs, Path home, Path tools, int runs, String workload) {
  private static final Set<String> KEYS = Set.of("home", "tools", "runs", "workload");
  private static final int MOST_RUNS = 100;

  Arguments {
    programs = List.copyOf(programs);
  }

  static Arguments of(String... arguments) {
    Map<String, String> options = new TreeMap<>();
    List<String> programs = new ArrayList<>();
    for (String each : arguments) {
      int at = each.indexOf('=');
      if (!each.startsWith("--")) {
        programs.add(each);
      } else if (at > 0 && KEYS.contains(each.substring(2, at))) {
        options.put(each.substring(2, at), each.substring(at + 1));
      } else {
        throw new IllegalArgumentException("`" + each + "` is none of " + keys() + "=value");
      }
    }
    if (programs.size() < 2 || !Programs.NAMES.containsAll(programs)) {
      throw new IllegalArgumentException(
          "name two or more programs to compare, of " + String.join(", ", Programs.NAMES));
    }
    return new Arguments(
        programs,
        Path.of(options.getOrDefault("home", "target/corpora")),
        Path.of(options.getOrDefault("tools", "target/tools")),
        runs(options.getOrDefault("runs", "3")),
        workload(options.getOrDefault("workload", "150")));
  }

  private static String keys() {
    return String.join(" ", KEYS.stream().sorted().map(each -> "--" + each).toList());
  }

  private static int runs(String text) {
    int runs = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (runs < 1 || runs > MOST_RUNS) {
      throw new IllegalArgumentException("--runs is a number from 1 to " + MOST_RUNS);
    }
    return runs;
  }

  private static String workload(String text) {
    if (!Workload.PROJECTS.containsKey(text)) {
      throw new IllegalArgumentException("--workload is 40, 150 or 750 (thousand lines)");
    }
    return text;
  }

  Workload pinned() throws IOException {
    return Workload.pinned(workload, home);
  }
}
