package dev.zonegate.report;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static dev.zonegate.gate.Findings.results;

import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.SuppressionNotes;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyReader;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Rules;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** What the tests of the formats write reports of. */
final class Reported {
  static final List<RuleInfo> RULES =
      List.of(SuppressionNotes.INFO, Rules.RAW_SQL, Rules.TIME_ZONE);

  /** Text that every format must quote right. */
  static final String NASTY = "`<b>&\"'%|` ends ]]> -- here:\u0001\u2028\ud800 50 %, ::error::\nü";

  private static final String ZONES =
      """
      version: 1
      zones:
        - { name: ledger, tier: human-only, packages: [ledger..] }
        - { name: edge, tier: ai-friendly, paths: ["**"] }
      """;

  private Reported() {}

  /** A verdict of two zones, a strict ledger and the rest, named `shop`. */
  static ReportInput of(FileRecord... files) throws PolicyException {
    Policy policy = PolicyReader.read(ZONES, Path.of("zonegate.yml"), Rules.NAMES);
    Results results = results(files);
    return new ReportInput(
        "shop", Findings.judged(policy, "", results, TODAY), results, RULES, "0.1.0");
  }

  /** One with everything in it that a verdict can hold. */
  static ReportInput everything() throws PolicyException {
    return of(
        in("ledger/A.java")
            .of(Rules.LEGACY, 7)
            .of(Rules.IMPLICIT_NOW, 9)
            .of(Rules.CONCAT, 12)
            .allowing("RawSql", 12, "a constant", null)
            .notifying(Notification.Kind.SYNTAX, "cannot read this")
            .record(),
        in("web/B.java")
            .of(Rules.CONCAT, 3)
            .of(Rules.IMPLICIT_NOW, 4)
            .of(Rules.LEGACY, 5)
            .of(Rules.CONCAT, 20)
            .allowing("RawSql", 20, "a constant", TODAY)
            .record(),
        nasty());
  }

  /** A file with a name and a finding that are hard to quote. */
  private static FileRecord nasty() {
    Span at = new Span(4, 2, 6, 9);
    Finding finding =
        new Finding(
            "AI11",
            "TimeZone",
            "implicitNow",
            "web/ü, a:b/A#1 <x>&.java",
            at,
            at,
            NASTY,
            "0123456789abcdef",
            Severity.WARNING,
            Confidence.LOW,
            true,
            List.of(new Related("web/B.java", at, NASTY).onPath()),
            List.of(
                Fix.of("Pass a clock", TextEdit.replace(at, "clock"))
                    .importing("java.time.Clock")));
    return new FileRecord(
        finding.path(),
        Role.MAIN,
        "ff",
        "web",
        Quality.NONE,
        new TreeMap<>(),
        new FileResult(
            finding.path(),
            List.of(finding),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new Notification(
                    finding.path(), Span.NONE, Notification.Kind.ENCODING, "odd bytes"))));
  }
}
