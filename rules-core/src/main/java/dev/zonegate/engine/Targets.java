package dev.zonegate.engine;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.util.List;
import java.util.Optional;

/** What a suppression may name: rules and patterns, in all their spellings. */
record Targets(List<Rule> rules, Settings settings) {
  /**
   * A name as written, understood.
   *
   * @param name {@code TimeZone} or {@code TimeZone.implicitNow}
   * @param isKnown false if the rule has no such pattern
   * @param isActive whether it can be found at all with these settings
   */
  record Target(String name, boolean isKnown, boolean isActive) {}

  /**
   * The meaning of {@code TimeZone}, {@code AI11}, either with a pattern after a dot, or with
   * {@code PMD.} before it; empty if it is the name of no rule.
   */
  Optional<Target> find(String written) {
    String name = written.startsWith("PMD.") ? written.substring("PMD.".length()) : written;
    int dot = name.indexOf('.');
    String rule = dot < 0 ? name : name.substring(0, dot);
    for (Rule each : rules) {
      RuleInfo info = each.info();
      if (rule.equals(info.name()) || rule.equals(info.id())) {
        return Optional.of(dot < 0 ? whole(info) : part(info, name.substring(dot + 1)));
      }
    }
    return Optional.empty();
  }

  private Target whole(RuleInfo rule) {
    return new Target(rule.name(), true, !settings.isDisabled(rule));
  }

  private Target part(RuleInfo rule, String pattern) {
    boolean isKnown = rule.patterns().stream().anyMatch(each -> each.id().equals(pattern));
    return new Target(
        rule.name() + "." + pattern, isKnown, isKnown && !settings.isDisabled(rule, pattern));
  }
}
