package dev.zonegate.gate;

import dev.zonegate.model.Span;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The zones of a build, and what it says about rules.
 *
 * @param file where it was read, or null if there is none
 * @param zones in order: the first that names a file has it, the last has the rest; never empty
 * @param rules by {@code TimeZone} or {@code TimeZone.implicitNow}
 * @param later patterns that are newer than the rules that it was written for, as {@code
 *     TimeZone.implicitNow}; they do not block
 * @param markers of machine-written code in sources, besides our own
 * @param conventions what the project has decided for itself
 * @param engines that are heard besides, and how
 */
public record Policy(
    Path file,
    List<Zone> zones,
    Map<String, RuleSetting> rules,
    Set<String> later,
    List<String> markers,
    Conventions conventions,
    List<EngineSetting> engines) {
  /** What holds where nobody wrote a policy. */
  public static final Policy DEFAULT =
      new Policy(
          null,
          List.of(new Zone("all", Tier.AI_ASSISTED, List.of(), List.of(), Span.NONE)),
          Map.of());

  public Policy {
    zones = List.copyOf(zones);
    rules = Map.copyOf(rules);
    later = Set.copyOf(later);
    markers = List.copyOf(markers);
    engines = List.copyOf(engines);
  }

  /** Whether a finding is reported without ever blocking. */
  boolean isPreview(Finding finding) {
    return finding.isPreview() || later.contains(finding.key());
  }

  /** A policy of a project that has decided nothing else. */
  public Policy(Path file, List<Zone> zones, Map<String, RuleSetting> rules) {
    this(file, zones, rules, Set.of(), List.of(), Conventions.NONE, List.of());
  }

  /** The same policy, where only these libraries may be used. */
  public Policy allowing(Set<String> dependencies) {
    return new Policy(
        file,
        zones,
        rules,
        later,
        markers,
        new Conventions(conventions.sanctioned(), dependencies, conventions.layers()),
        engines);
  }

  /** Whether it was written by somebody. */
  public boolean isWritten() {
    return file != null;
  }

  /**
   * The zone that has a file.
   *
   * @param marks the annotations of its types and its package, by qualified name
   */
  public Zone zoneOf(String path, String packageName, Collection<String> marks) {
    return zones.stream()
        .filter(each -> each.names(path, packageName, marks))
        .findFirst()
        .orElse(zones.get(zones.size() - 1));
  }

  /** How bad a finding is in a zone; empty if the policy switches it off there. */
  public Optional<Severity> severity(Finding finding, Zone zone) {
    for (String key : List.of(finding.key(), finding.rule())) {
      RuleSetting setting = rules.get(key);
      RuleSetting.Level level = setting == null ? null : setting.in(zone);
      if (level != null) {
        return level.severity();
      }
    }
    return Optional.of(finding.severity());
  }

  /**
   * The zones that none of these files is in, except a last one that takes whatever is left. A zone
   * whose files an earlier one takes is among them.
   */
  public List<Zone> withoutFiles(Set<String> zoneNames) {
    Zone last = zones.get(zones.size() - 1);
    return zones.stream()
        .filter(each -> !zoneNames.contains(each.name()))
        .filter(each -> each != last || !each.isCatchAll())
        .toList();
  }

  /** The names of its zones, sorted. */
  Set<String> zoneNames() {
    Set<String> names = new TreeSet<>();
    zones.forEach(each -> names.add(each.name()));
    return names;
  }
}
