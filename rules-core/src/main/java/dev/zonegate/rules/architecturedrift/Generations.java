package dev.zonegate.rules.architecturedrift;

import dev.zonegate.facts.Component;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TypeUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many files of each module are of which generation.
 *
 * @param newer by module, kind of source and generation: files of the newer one alone
 * @param older files that use the older one
 */
record Generations(Map<Key, Long> newer, Map<Key, Long> older) {
  /** Which files are counted. */
  record Key(String folder, boolean isTest, Generation generation) {
    /** Those that a file is to be compared with. */
    boolean isOf(String path, boolean test, Generation asked) {
      return isTest == test && generation.equals(asked) && Component.isSameModule(folder, path);
    }
  }

  private static final List<Generation> ALL =
      Stream.concat(Generation.ALL.stream(), Generation.OLD_CLASSES.stream()).toList();

  static Generations of(Project project) {
    return project.derived(Generations.class, Generations::count);
  }

  private static Generations count(Project project) {
    Generations counted = new Generations(new HashMap<>(), new HashMap<>());
    for (TypeUse file : project.all(TypeUse.class)) {
      for (Generation each : ALL) {
        Key key = new Key(folder(file.path()), file.isTest(), each);
        if (file.names().stream().anyMatch(each::isOlder)) {
          counted.older().merge(key, 1L, Long::sum);
        } else if (file.names().stream().anyMatch(each::isNewer)) {
          counted.newer().merge(key, 1L, Long::sum);
        }
      }
    }
    return counted;
  }

  /** What the other files do, where one file uses the older generation. */
  Habit others(String path, boolean isTest, Generation generation) {
    return new Habit(
        sum(newer, path, isTest, generation),
        Math.max(0, sum(older, path, isTest, generation) - 1));
  }

  private static long sum(
      Map<Key, Long> counted, String path, boolean isTest, Generation generation) {
    return counted.entrySet().stream()
        .filter(each -> each.getKey().isOf(path, isTest, generation))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** The source folder of a file, which stands for its module. */
  private static String folder(String path) {
    int source = ("/" + path).indexOf("/src/");
    return source < 0 ? "" : path.substring(0, source) + "src/";
  }
}
