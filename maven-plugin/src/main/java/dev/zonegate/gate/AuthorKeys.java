package dev.zonegate.gate;

import dev.zonegate.provenance.Authorship;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a zone says about authors. */
final class AuthorKeys {
  static final List<String> KEYS =
      List.of("machine-written", "counts-as-machine", "reviewers", "senior-above", "spot-check");
  private static final List<String> EFFECTS = List.of("block", "review", "allow");
  private static final List<String> COUNTABLE = List.of("assist", "bot", "unknown");
  private static final String REVIEWER = "@[\\w./-]{1,100}|[^\\s@<>]{1,100}@[^\\s@<>]{1,100}";
  private static final int MOST = 1000;
  private static final int LONGEST_MARKER = 100;

  private final YamlMap map;
  private final Problems problems;

  private AuthorKeys(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  static AuthorRules read(YamlMap map, Tier tier, Problems problems) {
    AuthorRules usual = AuthorRules.of(tier);
    AuthorKeys keys = new AuthorKeys(map, problems);
    return new AuthorRules(
        keys.machineWritten(usual.machineWritten()),
        keys.machines(),
        keys.reviewers(),
        keys.percent("senior-above", usual.seniorAbove()),
        keys.percent("spot-check", usual.spotCheck()));
  }

  private MachineWritten machineWritten(MachineWritten usual) {
    Node node = map.value("machine-written");
    if (node == null) {
      return usual;
    }
    String text = YamlMap.text(node).orElse("");
    Optional<MachineWritten> found = MachineWritten.named(text);
    if (found.isEmpty()) {
      problems.add(
          node, "`machine-written` is " + YamlMap.kind(node) + Nearest.hint(text, EFFECTS));
    }
    return found.orElse(usual);
  }

  private Set<Authorship> machines() {
    Set<Authorship> machines = EnumSet.copyOf(AuthorRules.MACHINES);
    for (Node item : map.list("counts-as-machine")) {
      String text = YamlMap.text(item).orElse("");
      if (COUNTABLE.contains(text)) {
        machines.add(Authorship.named(text).orElseThrow());
      } else {
        problems.add(
            item,
            "an item of `counts-as-machine` is "
                + YamlMap.kind(item)
                + Nearest.hint(text, COUNTABLE));
      }
    }
    return machines;
  }

  private Set<String> reviewers() {
    Set<String> reviewers = new LinkedHashSet<>();
    List<Node> items = map.list("reviewers");
    for (Node item : items.subList(0, Math.min(items.size(), MOST))) {
      String text = YamlMap.text(item).orElse("");
      if (text.matches(REVIEWER)) {
        reviewers.add(text);
      } else {
        problems.add(
            item,
            "reviewer "
                + YamlMap.kind(item)
                + " is nobody; write an address, or a handle such as \"@seniors\"");
      }
    }
    if (items.size() > MOST) {
      problems.add(items.get(MOST), "is one reviewer too many; " + MOST + " are allowed");
    }
    return reviewers;
  }

  private int percent(String key, int usual) {
    Node node = map.value(key);
    if (node == null) {
      return usual;
    }
    String text = YamlMap.text(node).orElse("");
    if (!text.matches("(100|[0-9]{1,2})%")) {
      problems.add(node, "`" + key + "` is " + YamlMap.kind(node) + "; write a share such as 30%");
      return usual;
    }
    return Integer.parseInt(text.substring(0, text.length() - 1));
  }

  /** The marks of machine-written code that a policy names besides our own. */
  static List<String> markers(YamlMap root, Problems problems) {
    List<Node> items = root.list("markers");
    for (Node item : items) {
      String text = YamlMap.text(item).orElse("");
      boolean isName = !text.startsWith("@") || text.matches("@[\\w$]+(\\.[\\w$]+)*");
      if (text.isBlank() || text.length() > LONGEST_MARKER || !isName) {
        problems.add(
            item,
            "marker "
                + YamlMap.kind(item)
                + " is none; write an annotation such as \"@com.acme.ByAi\" or words of a comment");
      }
    }
    if (items.size() > MOST) {
      problems.add(items.get(MOST), "is one marker too many; " + MOST + " are allowed");
    }
    return items.stream().map(each -> YamlMap.text(each).orElse("")).limit(MOST).toList();
  }
}
