package dev.zonegate.report;

import dev.zonegate.catalogue.RulePage;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The patterns that a report speaks of, as SARIF rules: one each, in the order of the catalogue.
 */
final class SarifRules {
  // weaknesses that an attacker uses; a report marks the others as matters of quality
  private static final Set<Integer> SECURITY =
      Set.of(
          20, 22, 74, 77, 78, 79, 89, 90, 91, 94, 116, 117, 200, 209, 256, 259, 284, 285, 287, 295,
          306, 307, 311, 312, 319, 321, 326, 327, 328, 330, 338, 352, 384, 434, 470, 502, 521, 522,
          532, 564, 601, 611, 613, 614, 639, 643, 732, 798, 862, 863, 915, 918, 942, 943, 1004);
  private static final int LONGEST_DESCRIPTION = 1000;

  private final List<Sarif.Descriptor> descriptors = new ArrayList<>();
  private final Map<String, Integer> indexes = new LinkedHashMap<>();

  /**
   * The rules for some keys.
   *
   * @param rules the catalogue
   * @param used keys such as {@code TimeZone.implicitNow}
   */
  SarifRules(List<RuleInfo> rules, Set<String> used) {
    for (RuleInfo rule : rules) {
      for (RulePattern pattern : rule.patterns()) {
        String key = rule.name() + "." + pattern.id();
        if (used.contains(key)) {
          indexes.put(key, descriptors.size());
          descriptors.add(descriptor(rule, pattern, key));
        }
      }
    }
  }

  List<Sarif.Descriptor> descriptors() {
    return descriptors;
  }

  int index(String key) {
    return indexes.get(key);
  }

  static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static Sarif.Descriptor descriptor(RuleInfo rule, RulePattern pattern, String key) {
    String what = pattern.message().replace("%s", "...").replace("%%", "%");
    String full = what + "; " + pattern.action();
    String page = page(rule, pattern).orElse("");
    String help = page.isEmpty() ? full : page;
    return new Sarif.Descriptor(
        key,
        key,
        new Sarif.Message(rule.summary()),
        new Sarif.Message(full.substring(0, Math.min(full.length(), LONGEST_DESCRIPTION))),
        new Sarif.Help(help, help),
        new Sarif.Configuration(level(pattern.severity())),
        properties(rule, pattern));
  }

  /** The pattern's section of the rule's page, and why the rule exists. */
  private static Optional<String> page(RuleInfo rule, RulePattern pattern) {
    if (SarifRules.class.getResource("/zonegate/rules/" + rule.name() + ".md") == null) {
      return Optional.empty();
    }
    RulePage page = RulePage.of(rule.name());
    String why =
        page.section(RulePage.WHY)
            .map(each -> "\n\n## " + each.heading() + "\n\n" + each.markdown())
            .orElse("");
    return page.section(pattern.id())
        .map(each -> "# " + rule.name() + "." + pattern.id() + "\n\n" + each.markdown() + why);
  }

  /** Whether a rule is about what attackers use. */
  static boolean isSecurity(RuleInfo rule) {
    return rule.cwe().stream().anyMatch(SECURITY::contains);
  }

  private static Map<String, Object> properties(RuleInfo rule, RulePattern pattern) {
    boolean isSecurity = isSecurity(rule);
    List<String> tags = new ArrayList<>(List.of(rule.id(), rule.name()));
    tags.add(isSecurity ? "security" : "correctness");
    rule.cwe().forEach(each -> tags.add(String.format(Locale.ROOT, "external/cwe/cwe-%03d", each)));
    if (pattern.isPreview()) {
      tags.add("preview");
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("tags", tags);
    properties.put("precision", precision(pattern.confidence()));
    properties.put("problem.severity", problemSeverity(pattern.severity()));
    if (isSecurity) {
      properties.put("security-severity", securitySeverity(pattern.severity()));
    }
    return properties;
  }

  private static String precision(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }

  private static String problemSeverity(Severity severity) {
    return severity == Severity.NOTE ? "recommendation" : level(severity);
  }

  private static String securitySeverity(Severity severity) {
    return switch (severity) {
      case ERROR -> "8.8";
      case WARNING -> "6.5";
      case NOTE -> "3.5";
    };
  }
}
