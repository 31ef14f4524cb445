package dev.zonegate.gate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads where a zone is stricter or milder than its tier. */
final class StrictnessKeys {
  static final List<String> KEYS = List.of("blocks-on", "suppression", "baseline", "unread-code");
  private static final List<String> UNREAD = List.of("block", "report");

  private final YamlMap map;
  private final Problems problems;

  private StrictnessKeys(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  static Strictness read(YamlMap map, Tier tier, Problems problems) {
    Strictness usual = Strictness.of(tier);
    StrictnessKeys keys = new StrictnessKeys(map, problems);
    return new Strictness(
        keys.choice("blocks-on", BlocksOn.ids(), BlocksOn::named).orElse(usual.blocksOn()),
        keys.choice("suppression", Excuse.ids(), Excuse::named).orElse(usual.suppression()),
        keys.choice("baseline", BaselineTrust.ids(), BaselineTrust::named).orElse(usual.baseline()),
        keys.choice("unread-code", UNREAD, Optional::of)
            .map(each -> each.equals("block"))
            .orElse(usual.needsWholeAnalysis()));
  }

  /** The value of a key; empty if it is not there or, which is told, is none of the words. */
  private <T> Optional<T> choice(
      String key, List<String> words, Function<String, Optional<T>> named) {
    Node node = map.value(key);
    if (node == null) {
      return Optional.empty();
    }
    String text = YamlMap.text(node).orElse("");
    if (!words.contains(text)) {
      problems.add(node, "`" + key + "` is " + YamlMap.kind(node) + Nearest.hint(text, words));
      return Optional.empty();
    }
    return named.apply(text);
  }
}
