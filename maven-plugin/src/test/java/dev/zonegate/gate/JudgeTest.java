package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Notification.Kind;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Severity;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JudgeTest {
  private static final String ZONES =
      """
      version: 1
      zones:
        - { name: ledger, tier: human-only, packages: [ledger..] }
        - { name: orders, tier: ai-assisted, paths: [orders] }
        - { name: edge, tier: ai-friendly, paths: ["**"] }
      """;

  @ParameterizedTest
  @CsvSource({
    "ledger, NOTE, LOW, true",
    "ledger, WARNING, MEDIUM, true",
    "orders, NOTE, HIGH, false",
    "orders, WARNING, LOW, true",
    "orders, ERROR, MEDIUM, true",
    "edge, WARNING, HIGH, false",
    "edge, ERROR, MEDIUM, false",
    "edge, ERROR, HIGH, true"
  })
  void blocksByTier(String zone, Severity severity, Confidence confidence, boolean blocks)
      throws PolicyException {
    var pattern =
        switch (severity) {
          case ERROR -> Rules.CONCAT;
          case WARNING -> Rules.IMPLICIT_NOW;
          case NOTE -> Rules.LEGACY;
        };
    Verdict verdict = judge("", in(zone + "/A.java").of(pattern, 3, confidence).record());
    assertThat(verdict.judged()).singleElement().returns(blocks, Judged::blocks);
    assertThat(verdict.passes()).isEqualTo(!blocks);
  }

  @ParameterizedTest
  @CsvSource({"ledger", "orders", "edge"})
  void neverBlocksForAPreview(String zone) throws PolicyException {
    FileRecord file = in(zone + "/A.java").of(Rules.CONCAT.preview(), 3).record();
    assertThat(judge("", file).passes()).isTrue();
    assertThat(judge("", file).standing()).hasSize(1);
  }

  @Test
  void followsThePolicyAboutRules() throws PolicyException {
    String rules =
        """
        rules:
          TimeZone: error
          TimeZone.legacyDateApi: off
          RawSql: { severity: note, zones: { edge: warning, ledger: off } }
        """;
    Verdict verdict =
        judge(
            rules,
            in("edge/A.java")
                .of(Rules.IMPLICIT_NOW, 1)
                .of(Rules.LEGACY, 2)
                .of(Rules.CONCAT, 3)
                .record(),
            in("ledger/B.java").of(Rules.CONCAT, 1).record(),
            in("orders/C.java").of(Rules.CONCAT, 1).record());
    assertThat(verdict.judged())
        .extracting(each -> each.zone().name() + " " + each.finding().key() + " " + each.severity())
        .containsExactly(
            "orders RawSql.jdbcConcat NOTE",
            "edge TimeZone.implicitNow ERROR",
            "edge RawSql.jdbcConcat WARNING");
  }

  @ParameterizedTest
  @CsvSource({
    "ledger, '', , true, its suppression gives no reason and no end",
    "ledger, in UTC, , true, its suppression gives no end",
    "ledger, '', 2027-01-31, true, its suppression gives no reason",
    "ledger, in UTC, 2027-01-31, false, ''",
    "orders, '', , true, its suppression gives no reason",
    "orders, in UTC, , false, ''",
    "edge, '', , false, ''"
  })
  void acceptsSuppressionsByTier(
      String zone, String reason, LocalDate until, boolean stands, String why)
      throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in(zone + "/A.java").of(Rules.CONCAT, 3).allowing("RawSql", 3, reason, until).record());
    Judged judged = verdict.judged().get(0);
    assertThat(judged.isSuppressed()).isEqualTo(!stands);
    assertThat(judged.blocks()).isEqualTo(stands);
    assertThat(judged.why()).startsWith(why);
    assertThat(verdict.zones().stream().mapToInt(ZoneCount::suppressed).sum())
        .isEqualTo(stands ? 0 : 1);
  }

  @Test
  void noLongerAcceptsASuppressionAfterItsDay() throws PolicyException {
    FileRecord file =
        in("ledger/A.java").of(Rules.CONCAT, 3).allowing("RawSql", 3, "in UTC", TODAY).record();
    assertThat(judge("", file).passes()).isTrue();
    Verdict later = Findings.judged(policy(""), "", Findings.results(file), TODAY.plusDays(1));
    assertThat(later.blocking())
        .extracting(each -> each.finding().key())
        .containsExactlyInAnyOrder("RawSql.jdbcConcat", "Suppression.expired");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SYNTAX", "FILE", "RULE"})
  void blocksCodeForPeopleThatIsNotJudgedWhole(Kind kind) throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in("ledger/A.java").notifying(kind, "cannot read this").record(),
            in("orders/B.java").notifying(kind, "cannot read this").record());
    assertThat(verdict.obstacles())
        .extracting(each -> each.path() + ":" + each.line() + " " + each.why())
        .containsExactly("ledger/A.java:7 not judged whole: cannot read this");
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.zones().get(0).blocking()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SYNTAX", "FILE", "RULE"},
      mode = EnumSource.Mode.EXCLUDE)
  void letsLesserNewsPass(Kind kind) throws PolicyException {
    Verdict verdict = judge("", in("ledger/A.java").notifying(kind, "less").record());
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.notifications()).hasSize(1);
  }

  @Test
  void blocksAZoneForPeopleWhoseTypesAreUnknown() throws PolicyException {
    FileRecord unresolved = in("ledger/A.java").resolving(100, 11).record();
    assertThat(judge("", unresolved).obstacles())
        .extracting(Obstacle::why)
        .containsExactly(
            "11% of its calls are unresolved, more than 10%; compile first or complete the class path");
    assertThat(judge("", in("ledger/A.java").resolving(100, 10).record()).passes()).isTrue();
    assertThat(judge("", in("orders/A.java").resolving(100, 99).record()).passes()).isTrue();
  }

  @Test
  void countsByZone() throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in("ledger/A.java").of(Rules.CONCAT, 1).of(Rules.LEGACY, 2).record(),
            in("ledger/B.java").record(),
            in("web/C.java").of(Rules.IMPLICIT_NOW, 1).record());
    assertThat(verdict.zones())
        .extracting(
            each ->
                "%s %d files %d/%d/%d, %d block"
                    .formatted(
                        each.zone().name(),
                        each.files(),
                        each.errors(),
                        each.warnings(),
                        each.notes(),
                        each.blocking()))
        .containsExactly(
            "ledger 2 files 1/0/1, 2 block",
            "orders 0 files 0/0/0, 0 block",
            "edge 1 files 0/1/0, 0 block");
  }

  @Test
  void sortsByZoneThenSeverityThenPlace() throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in("a/A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 9).record(),
            in("ledger/Z.java").of(Rules.LEGACY, 5).of(Rules.LEGACY, 4).record());
    assertThat(verdict.judged())
        .extracting(each -> each.finding().path() + ":" + each.finding().at().startLine())
        .containsExactly("ledger/Z.java:4", "ledger/Z.java:5", "a/A.java:9", "a/A.java:1");
  }

  @Test
  void findsZonesByWhereTheJudgedFolderIs() throws PolicyException {
    FileRecord file = in("A.java").of(Rules.LEGACY, 1).record();
    Verdict verdict = Findings.judged(policy(""), "orders/src/", Findings.results(file), TODAY);
    assertThat(verdict.judged().get(0).zone().name()).isEqualTo("orders");
  }

  @Test
  void countsEachZoneForItself() throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in("ledger/A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 2).record(),
            in("edge/B.java").of(Rules.LEGACY, 1).record());
    assertThat(verdict.zones())
        .extracting(each -> each.zone().name() + " " + each.files() + " " + each.blocking())
        .containsExactly("ledger 1 2", "orders 0 0", "edge 1 0");
  }

  @Test
  void tellsWorseZonesAndFindingsFirstWhateverTheOrderOfFiles() throws PolicyException {
    Verdict verdict =
        judge(
            "",
            in("edge/B.java").of(Rules.CONCAT, 1).record(),
            in("ledger/A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 9).record());
    assertThat(verdict.judged())
        .extracting(each -> each.finding().path() + ":" + each.finding().at().startLine())
        .containsExactly("ledger/A.java:9", "ledger/A.java:1", "edge/B.java:1");
  }

  @Test
  void hasOneZoneWithoutAPolicy() {
    FileRecord file = in("x/A.java").of(Rules.IMPLICIT_NOW, 1).of(Rules.LEGACY, 2).record();
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", Findings.results(file), TODAY);
    assertThat(verdict.blocking())
        .extracting(each -> each.finding().key())
        .containsExactly("TimeZone.implicitNow");
    assertThat(verdict.zones())
        .singleElement()
        .extracting(each -> each.zone().tier())
        .isEqualTo(Tier.AI_ASSISTED);
  }

  private static Verdict judge(String rules, FileRecord... files) throws PolicyException {
    return Findings.judged(policy(rules), "", Findings.results(files), TODAY);
  }

  private static Policy policy(String rules) throws PolicyException {
    return PolicyReader.read(ZONES + rules, Path.of("zonegate.yml"), Rules.NAMES);
  }
}
