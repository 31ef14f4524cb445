package dev.zonegate.report;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static dev.zonegate.gate.Findings.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.PolicyReader;
import dev.zonegate.gate.Rules;
import dev.zonegate.model.Notification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextReportTest {
  private static final Screen PLAIN = new Screen(false, false, "mvn zonegate:explain");
  private static final Screen AGENT = new Screen(false, true, "mvn zonegate:explain");
  private static final String ZONES =
      """
      version: 1
      zones:
        - { name: ledger, tier: human-only, packages: [ledger..] }
        - { name: edge, tier: ai-friendly, paths: ["**"] }
      """;

  @Test
  void showsFindingsTableAndWhatBlocks() throws PolicyException {
    assertThat(
            text(
                PLAIN,
                in("ledger/A.java").of(Rules.LEGACY, 7).of(Rules.IMPLICIT_NOW, 9).record(),
                in("web/B.java").of(Rules.IMPLICIT_NOW, 3).record()))
        .containsExactly(
            "ERROR ledger/A.java:9:5 AI11/implicitNow [ledger warning] `it` reads the default time zone; pass a `Clock`",
            "ERROR ledger/A.java:7:5 AI11/legacyDateApi [ledger note] `it` is an old date; use `java.time`",
            "WARNING web/B.java:3:5 AI11/implicitNow [edge warning] `it` reads the default time zone; pass a `Clock`",
            "INFO ",
            "INFO zone    tier           files   errors  warnings    notes  suppressed  blocking",
            "INFO ledger  human-only         1        0         1        1           0         2",
            "INFO edge    ai-friendly        1        0         1        0           0         0",
            "INFO ",
            "ERROR Blocked in zone `ledger`: 1 TimeZone.implicitNow, 1 TimeZone.legacyDateApi (human-only: every finding blocks)",
            "ERROR See more: mvn zonegate:explain -Dissue=TimeZone");
  }

  @Test
  void saysThatNothingBlocks() throws PolicyException {
    assertThat(text(PLAIN, in("web/B.java").of(Rules.IMPLICIT_NOW, 3).record()))
        .endsWith(
            "INFO Passed: 1 file, nothing blocks",
            "INFO See more: mvn zonegate:explain -Dissue=TimeZone");
    assertThat(text(PLAIN, in("web/B.java").record(), in("web/C.java").record()))
        .endsWith("INFO Passed: 2 files, nothing blocks");
  }

  @Test
  void isBriefForAgents() throws PolicyException {
    assertThat(text(AGENT, in("ledger/A.java").of(Rules.LEGACY, 7).record()))
        .containsExactly(
            "ERROR ledger/A.java:7:5 AI11/legacyDateApi [ledger note] `it` is an old date; use `java.time`",
            "ERROR Blocked in zone `ledger`: 1 TimeZone.legacyDateApi (human-only: every finding blocks)",
            "ERROR See more: mvn zonegate:explain -Dissue=TimeZone");
  }

  @Test
  void saysWhatWasNotJudgedWhole() throws PolicyException {
    assertThat(
            text(
                PLAIN,
                in("ledger/A.java")
                    .notifying(Notification.Kind.SYNTAX, "cannot read this")
                    .resolving(100, 50)
                    .record()))
        .contains(
            "ERROR [ledger blocked] 50% of its calls are unresolved, more than 10%; compile first or complete the class path",
            "ERROR ledger/A.java:7:1 [ledger blocked] not judged whole: cannot read this",
            "WARNING ledger/A.java:7:1 cannot read this",
            "INFO 50 of 100 calls unresolved (50%); what needs their types is not found",
            "ERROR Blocked in zone `ledger`: 2 not judged whole (human-only: every finding blocks)");
  }

  @Test
  void saysWhyASuppressionIsNotAccepted() throws PolicyException {
    FileRecord file =
        in("ledger/A.java").of(Rules.CONCAT, 7).allowing("RawSql", 7, "safe", null).record();
    assertThat(text(PLAIN, file).get(0))
        .endsWith("(its suppression gives no end, which zone `ledger` asks for)");
  }

  @Test
  void marksPreviews() throws PolicyException {
    assertThat(text(PLAIN, in("ledger/A.java").of(Rules.CONCAT.preview(), 7).record()).get(0))
        .startsWith("WARNING ledger/A.java:7:5 AI03/jdbcConcat [ledger error, preview] ");
  }

  @Test
  void leavesOutWhatNobodyReads() throws PolicyException {
    Findings many = in("web/A.java");
    for (int i = 1; i <= 600; i++) {
      many.of(Rules.IMPLICIT_NOW, i);
    }
    List<String> text = text(PLAIN, many.record());
    assertThat(text)
        .contains("WARNING 100 more findings are in target/zonegate.sarif")
        .hasSizeLessThan(520);
  }

  @Test
  void paintsOnlyWhenAsked() throws PolicyException {
    FileRecord file = in("ledger/A.java").of(Rules.CONCAT, 7).record();
    assertThat(String.join("", text(new Screen(true, false, "x"), file)))
        .contains("\u001b[31;1merror\u001b[m");
    assertThat(String.join("", text(PLAIN, file))).doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource({
    "CLAUDECODE, 1, true",
    "CURSOR_AGENT, 1, true",
    "GEMINI_CLI, 1, true",
    "AI_AGENT, codex, true",
    "CODEX_SANDBOX, seatbelt, true",
    "CODEX_HOME, /home/ann/.codex, false",
    "OPENCODE, 1, true",
    "AUGMENT_AGENT, 1, true",
    "CLAUDECODE, 0, false",
    "CLAUDECODE, '', false",
    "EDITOR, vi, false"
  })
  void knowsAgentsByTheirEnvironment(String variable, String value, boolean isAgent) {
    assertThat(Screen.isAgent(Map.of(variable, value))).isEqualTo(isAgent);
  }

  private static List<String> text(Screen screen, FileRecord... files) throws PolicyException {
    Policy policy = PolicyReader.read(ZONES, Path.of("zonegate.yml"), Rules.NAMES);
    return TextReport.lines(
            Findings.judged(policy, "", results(files), TODAY), screen, "target/zonegate.sarif")
        .stream()
        .map(each -> each.level() + " " + each.text())
        .toList();
  }
}
