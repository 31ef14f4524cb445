package dev.zonegate.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.zonegate.gate.Judged;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A verdict in SonarQube's generic format for issues of others. Its severity is one of the rule, so
 * the zone and whether it blocks are told in the message. Places are lines: a column that the
 * server does not find ends its analysis.
 */
final class SonarReport {
  private static final String ENGINE = "zonegate";

  private SonarReport() {}

  record Root(List<RuleRow> rules, List<Issue> issues) {}

  /** Newer servers go by impacts, older ones and those in standard mode by type and severity. */
  record RuleRow(
      String id,
      String name,
      String description,
      String engineId,
      String cleanCodeAttribute,
      String type,
      String severity,
      List<Impact> impacts) {}

  record Impact(String softwareQuality, String severity) {}

  record Issue(
      String ruleId,
      Place primaryLocation,
      @JsonInclude(Include.NON_EMPTY) List<Place> secondaryLocations) {}

  record Place(
      String message, String filePath, @JsonInclude(Include.NON_NULL) TextRange textRange) {
    static Place of(String message, String path, Span at) {
      return new Place(message, path, at.isPresent() ? new TextRange(at.startLine()) : null);
    }
  }

  record TextRange(int startLine) {}

  static void write(ReportInput input, Writer out) throws IOException {
    List<Judged> standing = input.verdict().standing();
    Set<String> used =
        standing.stream().map(each -> each.finding().key()).collect(Collectors.toSet());
    List<RuleRow> rules = new ArrayList<>();
    for (RuleInfo rule : input.catalogue()) {
      for (RulePattern pattern : rule.patterns()) {
        if (used.contains(rule.name() + "." + pattern.id())) {
          rules.add(row(rule, pattern));
        }
      }
    }
    FlatJson.write(new Root(rules, standing.stream().map(SonarReport::issue).toList()), out);
  }

  private static RuleRow row(RuleInfo rule, RulePattern pattern) {
    boolean isSecurity = SarifRules.isSecurity(rule);
    return new RuleRow(
        rule.name() + "." + pattern.id(),
        rule.name() + "." + pattern.id(),
        rule.summary() + ": " + pattern.action(),
        ENGINE,
        isSecurity ? "TRUSTWORTHY" : "LOGICAL",
        isSecurity ? "VULNERABILITY" : "BUG",
        severity(pattern.severity()),
        List.of(new Impact(isSecurity ? "SECURITY" : "RELIABILITY", impact(pattern.severity()))));
  }

  private static Issue issue(Judged judged) {
    Finding finding = judged.finding();
    String start = "[" + judged.zone().name() + (judged.blocks() ? ", blocks] " : "] ");
    return new Issue(
        finding.key(),
        Place.of(start + finding.message(), finding.path(), finding.at()),
        finding.related().stream()
            .filter(each -> each.at().isPresent())
            .map(each -> Place.of(each.message(), each.path(), each.at()))
            .toList());
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "CRITICAL";
      case WARNING -> "MAJOR";
      case NOTE -> "MINOR";
    };
  }

  private static String impact(Severity severity) {
    return switch (severity) {
      case ERROR -> "HIGH";
      case WARNING -> "MEDIUM";
      case NOTE -> "LOW";
    };
  }
}
