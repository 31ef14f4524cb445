package dev.zonegate.pmd;

import dev.zonegate.engine.Settings;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Conventions;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.pmd.properties.PropertyDescriptor;
import net.sourceforge.pmd.properties.PropertyFactory;

/** What a ruleset sets for one rule. */
record RuleProperties(ZonegateRule rule, List<Rule> catalogue) {
  private static final PropertyDescriptor<List<String>> DISABLE =
      PropertyFactory.stringListProperty("disable")
          .desc("Patterns that report nothing, such as legacyDateApi")
          .emptyDefaultValue()
          .build();
  private static final PropertyDescriptor<List<String>> ENABLE =
      PropertyFactory.stringListProperty("enable")
          .desc("Options of the rule that are on, such as pinnedZone")
          .emptyDefaultValue()
          .build();
  private static final PropertyDescriptor<Confidence> MINIMUM_CONFIDENCE =
      PropertyFactory.enumProperty(
              "minimumConfidence", Confidence.class, each -> each.name().toLowerCase(Locale.ROOT))
          .desc("How sure a finding must be: low, medium or high")
          .defaultValue(Confidence.LOW)
          .build();
  private static final PropertyDescriptor<Boolean> PREVIEW =
      PropertyFactory.booleanProperty("preview")
          .desc("Whether to report patterns whose precision is not proven yet")
          .defaultValue(true)
          .build();

  private static final PropertyDescriptor<List<String>> SANCTIONED =
      PropertyFactory.stringListProperty("sanctioned")
          .desc("What is not to be used, such as java.net.http.HttpClient=use com.acme.Http")
          .emptyDefaultValue()
          .build();
  private static final PropertyDescriptor<String> FACTS =
      PropertyFactory.stringProperty("facts")
          .desc("The gate's facts.jsonl, so that findings which depend on other files are reported")
          .defaultValue("")
          .build();

  static final List<PropertyDescriptor<?>> ALL =
      List.of(DISABLE, ENABLE, MINIMUM_CONFIDENCE, PREVIEW, SANCTIONED, FACTS);

  /** All other rules are off, and so are the patterns that are not wanted. */
  Settings settings() {
    Set<String> disabled = new HashSet<>(qualified(rule.getProperty(DISABLE)));
    for (Rule each : catalogue) {
      if (!each.info().name().equals(rule.getName())) {
        disabled.add(each.info().name());
      }
    }
    return new Settings(disabled, qualified(rule.getProperty(ENABLE)))
        .with(Conventions.banning(rule.getProperty(SANCTIONED)));
  }

  boolean wants(Finding finding) {
    return finding.confidence().compareTo(rule.getProperty(MINIMUM_CONFIDENCE)) <= 0
        && (!finding.isPreview() || rule.getProperty(PREVIEW));
  }

  /** What is known of the project's other files. */
  Optional<Path> facts() {
    String file = rule.getProperty(FACTS);
    return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
  }

  /** What is misspelt; null if nothing is. */
  String fault() {
    for (Rule each : catalogue) {
      if (each.info().name().equals(rule.getName())) {
        return unknownPattern(each.info());
      }
    }
    return "Zonegate has no rule `" + rule.getName() + "`";
  }

  private String unknownPattern(RuleInfo info) {
    Set<String> known = info.patterns().stream().map(RulePattern::id).collect(Collectors.toSet());
    return rule.getProperty(DISABLE).stream()
        .filter(each -> !known.contains(each))
        .findFirst()
        .map(each -> "`" + info.name() + "` has no pattern `" + each + "`")
        .orElse(null);
  }

  private Set<String> qualified(List<String> names) {
    return names.stream()
        .map(each -> rule.getName() + "." + each)
        .collect(Collectors.toUnmodifiableSet());
  }
}
