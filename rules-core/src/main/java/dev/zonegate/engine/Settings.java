package dev.zonegate.engine;

import dev.zonegate.rule.RuleInfo;
import java.util.Set;

/**
 * What a host switches off and on.
 *
 * @param disabled rules and patterns that report nothing: {@code TimeZone}, {@code AI11}, {@code
 *     TimeZone.legacyDateApi}
 * @param options switches of rules that are on: {@code RawSql.strict}
 */
public record Settings(Set<String> disabled, Set<String> options) {
  public static final Settings DEFAULT = new Settings(Set.of(), Set.of());

  public Settings {
    disabled = Set.copyOf(disabled);
    options = Set.copyOf(options);
  }

  /** Whether nothing of the rule is wanted. */
  public boolean isDisabled(RuleInfo rule) {
    return disabled.contains(rule.name()) || disabled.contains(rule.id());
  }

  /** Whether the pattern, or its whole rule, is not wanted. */
  public boolean isDisabled(RuleInfo rule, String pattern) {
    return isDisabled(rule)
        || disabled.contains(rule.name() + "." + pattern)
        || disabled.contains(rule.id() + "." + pattern);
  }

  /** Whether an option of the rule is on. */
  public boolean isOn(RuleInfo rule, String option) {
    return options.contains(rule.name() + "." + option)
        || options.contains(rule.id() + "." + option);
  }
}
