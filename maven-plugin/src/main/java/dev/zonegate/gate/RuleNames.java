package dev.zonegate.gate;

import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds rules by what people write: {@code TimeZone}, {@code AI11}, {@code AI11.implicitNow}. */
public final class RuleNames {
  private final List<RuleInfo> rules;

  public RuleNames(List<RuleInfo> rules) {
    this.rules = List.copyOf(rules);
  }

  public List<RuleInfo> rules() {
    return rules;
  }

  /** The rule that a name or id, with or without a pattern, belongs to. */
  public Optional<RuleInfo> rule(String written) {
    String first = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
    return rules.stream()
        .filter(each -> each.name().equals(first) || each.id().equals(first))
        .findFirst();
  }

  /** {@code TimeZone} or {@code TimeZone.implicitNow}, if there is such a rule and pattern. */
  public Optional<String> key(String written) {
    Optional<RuleInfo> rule = rule(written);
    if (rule.isEmpty() || !written.contains(".")) {
      return rule.map(RuleInfo::name);
    }
    String pattern = written.substring(written.indexOf('.') + 1);
    return rule.get().patterns().stream()
        .map(RulePattern::id)
        .filter(pattern::equals)
        .map(id -> rule.get().name() + "." + id)
        .findFirst();
  }

  /** Everything that may be written, names first. */
  List<String> all() {
    List<String> all = new ArrayList<>();
    rules.forEach(each -> all.add(each.name()));
    rules.forEach(each -> all.add(each.id()));
    rules.forEach(rule -> rule.patterns().forEach(each -> all.add(rule.name() + "." + each.id())));
    return all;
  }

  /** {@code ; did you mean `TimeZone`?}, or where to look. */
  public String hint(String written) {
    return Nearest.to(written, all())
        .map(each -> "; did you mean `" + each + "`?")
        .orElse("; write a rule such as `TimeZone` or a pattern such as `TimeZone.implicitNow`");
  }
}
