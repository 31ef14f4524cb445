package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Writes PMD's rulesets: one with all rules, and one a tier that refers to it. */
final class PmdRulesets {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- generated from the catalogue; see docs/adding-a-rule.md -->
      <ruleset name="%s" xmlns="http://pmd.sourceforge.net/ruleset/2.0.0"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xsi:schemaLocation="http://pmd.sourceforge.net/ruleset/2.0.0 https://pmd.sourceforge.io/ruleset_2_0_0.xsd">
        <description>%s</description>
      """;
  private static final String ALL = "zonegate/java/zonegate.xml";

  private PmdRulesets() {}

  /** Where PMD finds the ruleset of all rules. */
  static String path(String name) {
    return "pmd-ruleset/src/main/resources/zonegate/java/" + name + ".xml";
  }

  static String all(List<Rule> rules) {
    return rules.stream()
        .map(Rule::info)
        .map(PmdRulesets::rule)
        .collect(
            Collectors.joining(
                "", HEAD.formatted("Zonegate", "All rules of Zonegate"), "</ruleset>\n"));
  }

  /** All rules with the priorities of a tier; what is in preview would block here, so it is off. */
  static String tier(
      String name, String description, ToIntFunction<RuleInfo> priority, List<Rule> rules) {
    return rules.stream()
        .map(Rule::info)
        .map(
            info ->
                """
                  <rule ref="%s/%s">
                    <priority>%d</priority>
                    <properties><property name="preview" value="false"/></properties>
                  </rule>
                """
                    .formatted(ALL, info.name(), priority.applyAsInt(info)))
        .collect(
            Collectors.joining(
                "", HEAD.formatted("Zonegate " + name, description), "</ruleset>\n"));
  }

  private static String rule(RuleInfo info) {
    return """
          <rule name="%1$s" language="java" since="0.1.0" class="dev.zonegate.pmd.ZonegateRule"
              message="%2$s">
            <description>%2$s. Patterns: %3$s. Read `mvn zonegate:explain -Dissue=%1$s`.</description>
            <priority>%4$d</priority>
          </rule>
        """
        .formatted(
            info.name(),
            escaped(info.summary()),
            info.patterns().stream().map(RulePattern::id).collect(Collectors.joining(", ")),
            priority(info));
  }

  /** 2 if a pattern is an error, 3 for warnings, 4 for notes. */
  static int priority(RuleInfo info) {
    return info.patterns().stream()
        .map(RulePattern::severity)
        .min(Severity::compareTo)
        .map(worst -> worst.ordinal() + 2)
        .orElseThrow();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
