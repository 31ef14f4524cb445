package dev.zonegate.engine;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a host switches off and on.
 *
 * @param disabled rules and patterns that report nothing: {@code TimeZone}, {@code AI11}, {@code
 *     TimeZone.legacyDateApi}
 * @param options switches of rules that are on: {@code RawSql.strict}
 * @param leavesTests whether tests are for the rules about tests alone
 * @param conventions what the project has decided for itself
 */
public record Settings(
    Set<String> disabled, Set<String> options, boolean leavesTests, Conventions conventions) {
  public static final Settings DEFAULT = new Settings(Set.of(), Set.of());

  public Settings {
    disabled = Set.copyOf(disabled);
    options = Set.copyOf(options);
  }

  /** Settings under which every rule sees tests. */
  public Settings(Set<String> disabled, Set<String> options) {
    this(disabled, options, false, Conventions.NONE);
  }

  /** The same settings for a project that has decided something. */
  public Settings with(Conventions decided) {
    return new Settings(disabled, options, leavesTests, decided);
  }

  /** What holds in a file: in tests that are left alone most rules are off. */
  Settings in(SourceFile.Role role, List<Rule> rules) {
    if (!leavesTests || role != SourceFile.Role.TEST) {
      return this;
    }
    Set<String> off = new HashSet<>(disabled);
    rules.stream().filter(each -> !each.isForTests()).forEach(each -> off.add(each.info().name()));
    return new Settings(off, options, true, conventions);
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
