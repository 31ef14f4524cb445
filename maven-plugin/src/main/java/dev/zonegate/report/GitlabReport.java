package dev.zonegate.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Sha256;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A verdict for the Code Quality widget of GitLab: Code Climate's issues. */
final class GitlabReport {
  private GitlabReport() {}

  record Issue(
      String type,
      String description,
      @JsonProperty("check_name") String checkName,
      String fingerprint,
      List<String> categories,
      String severity,
      Place location) {}

  record Place(String path, Lines lines) {}

  record Lines(int begin) {}

  static void write(ReportInput input, Writer out) throws IOException {
    List<Issue> issues = new ArrayList<>();
    Map<String, Integer> met = new HashMap<>();
    Set<String> security =
        input.catalogue().stream()
            .filter(SarifRules::isSecurity)
            .map(RuleInfo::name)
            .collect(Collectors.toSet());
    for (Judged each : input.verdict().standing()) {
      Finding finding = each.finding();
      // of issues with one fingerprint the widget shows the first only
      String key = finding.path() + "/" + finding.fingerprint();
      int number = met.merge(key, 1, Integer::sum);
      issues.add(
          new Issue(
              "issue",
              "[" + each.zone().name() + "] " + finding.message(),
              finding.key(),
              Sha256.of(key + "/" + number),
              List.of(security.contains(finding.rule()) ? "Security" : "Bug Risk"),
              severity(each),
              new Place(finding.path(), new Lines(Math.max(1, finding.at().startLine())))));
    }
    FlatJson.write(issues, out);
  }

  private static String severity(Judged judged) {
    if (judged.blocks()) {
      return judged.severity() == Severity.ERROR ? "blocker" : "critical";
    }
    return switch (judged.severity()) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
