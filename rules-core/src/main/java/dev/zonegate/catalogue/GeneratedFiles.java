package dev.zonegate.catalogue;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files that are written from the catalogue and checked in. */
final class GeneratedFiles {
  private static final String START = "<!-- rules -->";
  private static final String END = "<!-- /rules -->";
  private static final int BLOCKS = 1;
  private static final int ERROR = 2;
  private static final int PASSES = 5;

  private GeneratedFiles() {}

  /** Contents by path from the root of the build; the README not included. */
  static Map<String, String> of(List<Rule> rules) {
    Map<String, String> files = new TreeMap<>();
    for (Rule rule : rules) {
      files.put("docs/rules/" + rule.info().name() + ".md", RuleDocs.page(rule));
      files.put(ErrorProneChecks.path(rule.info()), ErrorProneChecks.check(rule.info()));
    }
    files.put(ErrorProneChecks.SERVICES, ErrorProneChecks.services(rules));
    files.put(PmdRulesets.path("zonegate"), PmdRulesets.all(rules));
    files.put(
        PmdRulesets.path("human-only"),
        PmdRulesets.tier("human-only", "Any finding blocks", info -> BLOCKS, rules));
    files.put(
        PmdRulesets.path("ai-assisted"),
        PmdRulesets.tier("ai-assisted", "Warnings block", PmdRulesets::priority, rules));
    files.put(
        PmdRulesets.path("ai-friendly"),
        PmdRulesets.tier("ai-friendly", "Errors block", GeneratedFiles::lenient, rules));
    return files;
  }

  private static int lenient(RuleInfo info) {
    return PmdRulesets.priority(info) <= ERROR ? ERROR : PASSES;
  }

  /**
   * A README with the table of rules between its markers.
   *
   * @throws IllegalArgumentException if a marker is missing
   */
  static String readme(String readme, List<Rule> rules) {
    int start = readme.indexOf(START);
    int end = readme.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("the README lacks " + START + " or " + END);
    }
    return readme.substring(0, start + START.length())
        + "\n"
        + RuleDocs.table(rules)
        + readme.substring(end);
  }
}
