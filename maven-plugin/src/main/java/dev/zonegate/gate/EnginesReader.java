package dev.zonegate.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which other engines a policy wants to hear. */
final class EnginesReader {
  private static final String VERSION = "[0-9][A-Za-z0-9._-]{0,31}";
  private static final List<String> WORDS = List.of("report", "run");
  private static final int LEAST_HEAP = 64;
  private static final int MOST_HEAP = 65_536;
  private static final int LEAST_SECONDS = 1;
  private static final int MOST_SECONDS = 7200;

  private final Problems problems;

  private EnginesReader(Problems problems) {
    this.problems = problems;
  }

  static List<EngineSetting> read(YamlMap root, Problems problems) {
    List<EngineSetting> settings = new ArrayList<>();
    if (root.value("engines") == null) {
      return settings;
    }
    YamlMap map = YamlMap.of(root.value("engines"), "`engines`", problems);
    map.allow("`engines`", new LinkedHashSet<>(EngineSetting.NAMES));
    EnginesReader reader = new EnginesReader(problems);
    for (String each : map.names()) {
      if (EngineSetting.NAMES.contains(each)) {
        settings.add(reader.setting(each, map.value(each)));
      }
    }
    return settings;
  }

  private EngineSetting setting(String engine, Node node) {
    if (!EngineSetting.canRun(engine)) {
      word(engine, node, List.of("report"));
      return EngineSetting.read(engine);
    }
    if (!(node instanceof MappingNode)) {
      return word(engine, node, WORDS).equals("run")
          ? EngineSetting.run(engine)
          : EngineSetting.read(engine);
    }
    YamlMap map = YamlMap.of(node, "an engine", problems);
    Set<String> artifacts = artifacts(engine);
    Set<String> keys = new LinkedHashSet<>(artifacts);
    keys.addAll(List.of("heap", "seconds"));
    map.allow("an engine", keys);
    Map<String, String> versions = new LinkedHashMap<>();
    for (String each : artifacts) {
      version(each, map).ifPresent(version -> versions.put(each, version));
    }
    return new EngineSetting(
        engine,
        true,
        versions,
        number("heap", map, LEAST_HEAP, MOST_HEAP).orElse(EngineSetting.USUAL_HEAP),
        number("seconds", map, LEAST_SECONDS, MOST_SECONDS)
            .map(Duration::ofSeconds)
            .orElse(EngineSetting.USUAL_LIMIT));
  }

  /** The keys that versions are under. */
  private static Set<String> artifacts(String engine) {
    Set<String> keys = new LinkedHashSet<>(List.of("version"));
    if (engine.equals("spotbugs")) {
      keys.add("findsecbugs");
    }
    return keys;
  }

  private String word(String engine, Node node, List<String> words) {
    String text = YamlMap.text(node).orElse("");
    if (!words.contains(text)) {
      String hint =
          words.contains("run")
              ? "; write `run`, `report`, or keys such as `version`"
              : "; write `report`, since only the log of its compile can be read";
      problems.add(node, "`" + engine + "` is " + YamlMap.kind(node) + hint);
    }
    return text;
  }

  private Optional<String> version(String key, YamlMap map) {
    Node node = map.value(key);
    Optional<String> text = node == null ? Optional.empty() : YamlMap.text(node);
    if (node != null && !text.orElse("").matches(VERSION)) {
      problems.add(node, "`" + key + "` is " + YamlMap.kind(node) + "; write one such as 4.9.3");
      return Optional.empty();
    }
    return text;
  }

  private Optional<Integer> number(String key, YamlMap map, int least, int most) {
    Node node = map.value(key);
    if (node == null) {
      return Optional.empty();
    }
    String text = YamlMap.text(node).orElse("");
    int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    if (number < least || number > most) {
      String hint = "; write a number from " + least + " to " + most;
      problems.add(node, "`" + key + "` is " + YamlMap.kind(node) + hint);
      return Optional.empty();
    }
    return Optional.of(number);
  }
}
