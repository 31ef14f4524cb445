package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what people read about rules: a page each, and the table of all. */
final class RuleDocs {
  private RuleDocs() {}

  /** The whole page of a rule: what it is called, its patterns, how to suppress it, its prose. */
  static String page(Rule rule) {
    RuleInfo info = rule.info();
    String prose =
        RulePage.of(info.name()).sections().stream()
            .map(RuleDocs::section)
            .collect(Collectors.joining("\n"));
    return """
        <!-- generated from rules-core/src/main/resources/zonegate/rules/%1$s.md; edit that -->
        # %2$s %1$s

        %3$s.%4$s

        | pattern | severity | says |
        |---|---|---|
        %5$s

        Allow it where it is right: `// zonegate: allow %1$s.%6$s, REASON (until YYYY-MM-DD)` above the line, or
        `@SuppressWarnings("%1$s.%6$s")` on the declaration. PMD by itself knows `@SuppressWarnings("PMD.%1$s")`.

        %7$s"""
        .formatted(
            info.name(),
            info.id(),
            info.summary(),
            weaknesses(info),
            info.patterns().stream().map(RuleDocs::row).collect(Collectors.joining("\n")),
            info.patterns().get(0).id(),
            prose);
  }

  private static String weaknesses(RuleInfo info) {
    if (info.cwe().isEmpty()) {
      return "";
    }
    return info.cwe().stream()
        .map(
            each ->
                "[CWE-%d](https://cwe.mitre.org/data/definitions/%d.html)".formatted(each, each))
        .collect(Collectors.joining(", ", " Covers ", "."));
  }

  private static String row(RulePattern pattern) {
    return "| [`%s`](#%s) | %s%s | %s; %s |"
        .formatted(
            pattern.id(),
            pattern.id().toLowerCase(Locale.ROOT),
            pattern.severity().name().toLowerCase(Locale.ROOT),
            pattern.isPreview() ? ", preview" : "",
            sample(pattern.message()),
            cell(pattern.action()));
  }

  /** A message with an ellipsis for each argument. */
  static String sample(String message) {
    return cell(message.replaceAll("%(\\d+\\$)?[a-zA-Z]", "...").replace("%%", "%"));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String section(RulePage.Section section) {
    String shown = section.markdown().replaceAll("(?m)^```java .*$", "```java");
    for (RulePage.Block block : section.blocks()) {
      shown = label(shown, block);
    }
    return "## " + section.heading() + "\n\n" + shown + "\n";
  }

  private static String label(String markdown, RulePage.Block block) {
    String fenced = "```java\n" + block.code() + "```";
    String label = block.isBad() ? "Bad:" : block.isGood() ? "Good:" : "";
    int at = label.isEmpty() ? -1 : markdown.indexOf(fenced);
    return at < 0 ? markdown : markdown.substring(0, at) + label + "\n\n" + markdown.substring(at);
  }

  /** The table of rules, for the README. */
  static String table(List<Rule> rules) {
    return rules.stream()
        .map(Rule::info)
        .map(
            info ->
                "| %s | [%s](docs/rules/%s.md) | %s | %d |"
                    .formatted(
                        info.id(),
                        info.name(),
                        info.name(),
                        info.summary(),
                        info.patterns().size()))
        .collect(
            Collectors.joining("\n", "| id | rule | says | patterns |\n|---|---|---|---|\n", "\n"));
  }
}
