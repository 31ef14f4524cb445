package dev.zonegate.gate;

import dev.zonegate.gate.RuleSetting.Level;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Conventions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a {@code zonegate.yml}; tells of everything that is wrong with it at once. */
public final class PolicyReader {
  private static final Set<String> ROOT_KEYS =
      ordered(
          "version",
          "rulesetVersion",
          "zones",
          "rules",
          "sanctioned",
          "layers",
          "markers",
          "engines");
  private static final Set<String> PLACES = ordered("paths", "packages", "annotations");
  private static final Set<String> ZONE_KEYS = zoneKeys();
  private static final Set<String> RULE_KEYS = ordered("severity", "zones");
  private static final Set<String> LEVELS = ordered("off", "note", "warning", "error");
  private static final Set<String> TIERS = ordered("human-only", "ai-assisted", "ai-friendly");
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
  private static final int MOST = 1000;

  private final Path file;
  private final RuleNames names;
  private final Problems problems;

  private PolicyReader(Path file, RuleNames names) {
    this.file = file;
    this.names = names;
    this.problems = new Problems(file.getFileName().toString());
  }

  /** Reads a policy's text; {@code file} is what errors call it. */
  public static Policy read(String text, Path file, RuleNames names) throws PolicyException {
    PolicyReader reader = new PolicyReader(file, names);
    Policy policy = reader.policy(text);
    if (!reader.problems.isEmpty()) {
      throw new PolicyException(reader.problems.lines());
    }
    return policy;
  }

  private Policy policy(String text) {
    Optional<Node> node = YamlDocument.read(text, problems);
    if (node.isEmpty()) {
      if (problems.isEmpty()) {
        problems.add("says nothing; write `version: 1` and `zones:`");
      }
      return null;
    }
    YamlMap root = YamlMap.of(node.get(), "the policy", problems);
    if (!(node.get() instanceof MappingNode)) {
      return null;
    }
    root.allow("a policy", ROOT_KEYS);
    version(root);
    Set<String> later = later(root);
    List<Zone> zones = zones(root);
    Map<String, RuleSetting> rules = rules(root, zones);
    Conventions conventions =
        new Conventions(
            SanctionedReader.read(root, problems), Set.of(), LayersReader.read(root, problems));
    List<String> markers = AuthorKeys.markers(root, problems);
    List<EngineSetting> engines = EnginesReader.read(root, problems);
    return problems.isEmpty()
        ? new Policy(file, zones, rules, later, markers, conventions, engines)
        : null;
  }

  private void version(YamlMap root) {
    Optional<String> version = root.required("version", "the policy");
    if (version.isPresent() && !version.get().equals("1")) {
      problems.add(
          root.value("version"),
          "version " + Problems.quote(version.get()) + " is not known; write `version: 1`");
    }
  }

  private Set<String> later(YamlMap root) {
    Node node = root.value("rulesetVersion");
    if (node == null) {
      return Set.of();
    }
    Optional<RulesetVersion> version = YamlMap.text(node).flatMap(RulesetVersion::of);
    if (version.isEmpty()) {
      problems.add(node, "`rulesetVersion` is " + YamlMap.kind(node) + "; write one such as 0.1.0");
    } else if (version.get().isBeforeAll(names.rules())) {
      problems.add(
          node,
          "`rulesetVersion` "
              + YamlMap.kind(node)
              + " is older than all rules, so nothing blocks;"
              + " write the version that you use");
    } else {
      return version.get().later(names.rules());
    }
    return Set.of();
  }

  private List<Zone> zones(YamlMap root) {
    List<Node> items = root.list("zones");
    if (root.value("zones") == null || items.isEmpty() && problems.isEmpty()) {
      problems.add(root.node(), "the policy has no zones; add `zones:` with at least one");
    }
    List<Zone> zones = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>();
    for (Node item : items.subList(0, Math.min(items.size(), MOST))) {
      boolean isLast = item == items.get(items.size() - 1);
      zone(item, isLast, known).ifPresent(zones::add);
    }
    if (items.size() > MOST) {
      problems.add(items.get(MOST), "is one zone too many; " + MOST + " are allowed");
    }
    return zones;
  }

  private Optional<Zone> zone(Node node, boolean isLast, Set<String> known) {
    YamlMap map = YamlMap.of(node, "a zone", problems);
    if (!(node instanceof MappingNode)) {
      return Optional.empty();
    }
    map.allow("a zone", ZONE_KEYS);
    Optional<String> name = map.required("name", "a zone");
    name.ifPresent(each -> checkName(map.value("name"), each, known));
    Optional<Tier> tier = map.required("tier", "a zone").flatMap(each -> tier(map, each));
    List<Glob> paths = patterns(map, "paths", Glob::of);
    List<PackagePattern> packages = patterns(map, "packages", PackagePattern::of);
    List<AnnotationPattern> annotations = patterns(map, "annotations", AnnotationPattern::of);
    boolean saysWhat = PLACES.stream().anyMatch(each -> map.value(each) != null);
    if (!saysWhat && !isLast) {
      problems.add(
          node,
          "a zone names no files; add `paths`, `packages` or `annotations` (only the last may go without)");
    }
    if (name.isEmpty() || tier.isEmpty()) {
      return Optional.empty();
    }
    AuthorRules authors = AuthorKeys.read(map, tier.get(), problems);
    Strictness strictness = StrictnessKeys.read(map, tier.get(), problems);
    return Optional.of(
        new Zone(
            name.get(), tier.get(), paths, packages, annotations, span(node), authors, strictness));
  }

  private void checkName(Node where, String name, Set<String> known) {
    if (!name.matches(NAME)) {
      problems.add(
          where,
          "zone name "
              + Problems.quote(name)
              + " is not allowed; use letters, digits, `.`, `_`, `-`");
    } else if (!known.add(name)) {
      problems.add(where, "zone `" + name + "` is there twice; rename one");
    }
  }

  private Optional<Tier> tier(YamlMap map, String id) {
    Optional<Tier> tier = Tier.named(id);
    if (tier.isEmpty()) {
      problems.add(
          map.value("tier"),
          "tier " + Problems.quote(id) + " is not known" + Nearest.hint(id, TIERS));
    }
    return tier;
  }

  private <T> List<T> patterns(YamlMap map, String key, Function<String, T> read) {
    List<Node> items = map.list(key);
    boolean isEmptyList = map.value(key) != null && items.isEmpty();
    if (isEmptyList && YamlMap.kind(map.value(key)).equals("a list")) {
      problems.add(map.value(key), "`" + key + "` is an empty list; add a pattern or remove it");
    }
    List<T> patterns = new ArrayList<>();
    for (Node item : items.subList(0, Math.min(items.size(), MOST))) {
      Optional<String> text = YamlMap.text(item);
      if (text.isEmpty()) {
        problems.add(
            item, "an item of `" + key + "` is " + YamlMap.kind(item) + "; write a pattern");
        continue;
      }
      try {
        patterns.add(read.apply(text.get()));
      } catch (IllegalArgumentException e) {
        problems.add(item, "pattern " + Problems.quote(text.get()) + " " + e.getMessage());
      }
    }
    if (items.size() > MOST) {
      problems.add(items.get(MOST), "is one pattern too many; " + MOST + " are allowed");
    }
    return patterns;
  }

  private Map<String, RuleSetting> rules(YamlMap root, List<Zone> zones) {
    Map<String, RuleSetting> settings = new LinkedHashMap<>();
    if (root.value("rules") == null) {
      return settings;
    }
    Set<String> zoneNames = new LinkedHashSet<>();
    zones.forEach(each -> zoneNames.add(each.name()));
    YamlMap map = YamlMap.of(root.value("rules"), "`rules`", problems);
    for (String written : map.names()) {
      Optional<String> key = names.key(written);
      if (key.isEmpty()) {
        problems.add(
            map.key(written),
            Problems.quote(written) + " is no rule or pattern" + names.hint(written));
        continue;
      }
      RuleSetting setting = setting(map.value(written), zoneNames);
      if (settings.putIfAbsent(key.get(), setting) != null) {
        problems.add(map.key(written), "`" + key.get() + "` is there twice; keep one");
      }
    }
    return settings;
  }

  private RuleSetting setting(Node node, Set<String> zoneNames) {
    if (!(node instanceof MappingNode)) {
      return new RuleSetting(level(node), Map.of());
    }
    YamlMap map = YamlMap.of(node, "a rule", problems).allow("a rule", RULE_KEYS);
    if (map.names().isEmpty()) {
      problems.add(node, "a rule says nothing; write a severity, `off` or `zones`");
    }
    Level everywhere = map.value("severity") == null ? null : level(map.value("severity"));
    Map<String, Level> levels = new LinkedHashMap<>();
    if (map.value("zones") != null) {
      YamlMap zones = YamlMap.of(map.value("zones"), "`zones`", problems);
      zones.allow("`zones` here, which takes names of zones", zoneNames);
      for (String zone : zones.names()) {
        Level level = level(zones.value(zone));
        if (level != null) {
          levels.put(zone, level);
        }
      }
    }
    return new RuleSetting(everywhere, levels);
  }

  private Level level(Node node) {
    String text = YamlMap.text(node).orElse(null);
    if (text == null || !LEVELS.contains(text)) {
      String hint =
          text == null ? "; write one of " + String.join(", ", LEVELS) : Nearest.hint(text, LEVELS);
      problems.add(node, "severity is " + YamlMap.kind(node) + hint);
      return null;
    }
    return Level.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static Span span(Node node) {
    Node first = node;
    if (node instanceof MappingNode mapping) {
      // the name is where people look for a zone
      first =
          mapping.getValue().stream()
              .filter(
                  each ->
                      each.getKeyNode() instanceof ScalarNode key && key.getValue().equals("name"))
              .map(NodeTuple::getValueNode)
              .findFirst()
              .orElse(node);
    }
    Mark start = first.getStartMark().orElseThrow();
    Mark end = first.getEndMark().orElse(start);
    return new Span(
        start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }

  private static Set<String> zoneKeys() {
    Set<String> keys = ordered("name", "tier");
    keys.addAll(PLACES);
    keys.addAll(StrictnessKeys.KEYS);
    keys.addAll(AuthorKeys.KEYS);
    return keys;
  }

  private static Set<String> ordered(String... words) {
    return new LinkedHashSet<>(List.of(words));
  }
}
