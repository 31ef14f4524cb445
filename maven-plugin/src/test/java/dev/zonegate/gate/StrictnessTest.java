package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineUse;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.model.Notification.Kind;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.RulePattern;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each cell of the table of tiers, changed for a zone. */
final class StrictnessTest {
  @ParameterizedTest
  @CsvSource({
    "note, NOTE, LOW, true",
    "warning, NOTE, HIGH, false",
    "warning, WARNING, LOW, true",
    "error, WARNING, HIGH, false",
    "error, ERROR, LOW, true",
    "sure-error, ERROR, MEDIUM, false",
    "sure-error, ERROR, HIGH, true",
    "nothing, ERROR, HIGH, false"
  })
  void blocksOnWhatTheZoneSays(String from, String severity, Confidence confidence, boolean blocks)
      throws PolicyException {
    RulePattern pattern =
        switch (severity) {
          case "ERROR" -> Rules.CONCAT;
          case "WARNING" -> Rules.IMPLICIT_NOW;
          default -> Rules.LEGACY;
        };
    for (Tier tier : Tier.values()) {
      Verdict verdict =
          judged(tier, "blocks-on: " + from, in("A.java").of(pattern, 3, confidence).record());
      assertThat(verdict.passes()).isEqualTo(!blocks);
    }
  }

  @Test
  void saysByWhatAFindingBlocks() throws PolicyException {
    Verdict verdict =
        judged(
            Tier.AI_FRIENDLY,
            "blocks-on: warning",
            in("A.java").of(Rules.IMPLICIT_NOW, 3).record());
    assertThat(verdict.blocking())
        .singleElement()
        .returns("ai-friendly: warnings and errors block", Judged::why);
  }

  @ParameterizedTest
  @CsvSource({
    "any, '', true",
    "reason, '', false",
    "reason, in UTC, true",
    "expiry, in UTC, false"
  })
  void acceptsTheSuppressionsThatTheZoneSays(String asked, String reason, boolean isAccepted)
      throws PolicyException {
    for (Tier tier : Tier.values()) {
      FileRecord file =
          in("A.java").of(Rules.CONCAT, 3).allowing("RawSql", 3, reason, null).record();
      Verdict verdict = judged(tier, "suppression: " + asked, file);
      assertThat(verdict.judged()).singleElement().returns(isAccepted, Judged::isSuppressed);
    }
  }

  @Test
  void trustsTheBaselineAsTheZoneSays() throws PolicyException {
    FileRecord file = in("A.java").of(Rules.CONCAT, 3).record();
    assertThat(withBaseline("baseline: allowed", file).passes()).isTrue();
    assertThat(withBaseline("baseline: fresh", file).passes()).isTrue();
    assertThat(withBaseline("baseline: none", file).blocking()).hasSize(1);
    FileRecord repaired = in("A.java").record();
    assertThat(withBaseline("baseline: allowed", repaired).passes()).isTrue();
    assertThat(withBaseline("baseline: fresh", repaired).passes()).isFalse();
    assertThat(withBaseline("baseline: none", repaired).passes()).isTrue();
  }

  @Test
  void letsUnreadCodePassOrBlockAsTheZoneSays() throws PolicyException {
    FileRecord broken = in("A.java").notifying(Kind.SYNTAX, "cannot read this").record();
    FileRecord unresolved = in("A.java").resolving(100, 50).record();
    for (FileRecord each : new FileRecord[] {broken, unresolved}) {
      assertThat(judged(Tier.HUMAN_ONLY, "unread-code: report", each).passes()).isTrue();
      assertThat(judged(Tier.AI_FRIENDLY, "unread-code: block", each).passes()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "blocks-on: warnings|5:16: `blocks-on` is `warnings`; did you mean `warning`?",
        "suppression: [reason]|5:18: `suppression` is a list",
        "baseline: no|5:15: `baseline` is `no`; did you mean `none`?",
        "unread-code: bolck|5:18: `unread-code` is `bolck`; did you mean `block`?",
        "block-on: note|5:5: `block-on` is no key of a zone; did you mean `blocks-on`?"
      })
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> policy(Tier.AI_FRIENDLY, line)).hasMessageContaining(message);
  }

  @Test
  void aPreviewNeedsNoEntryInABaseline() throws PolicyException {
    FileRecord file = in("A.java").of(Rules.CONCAT.preview(), 3).of(Rules.LEGACY, 5).record();
    Verdict verdict = judged(Tier.HUMAN_ONLY, "", file);
    assertThat(verdict.standing()).hasSize(2);
    BaselineUpdate update =
        new BaselineUpdate(Baseline.EMPTY, verdict, java.util.Map.of("A.java", ""));
    assertThat(update.fresh()).extracting(each -> each.finding().pattern()).hasSize(1);
    assertThat(update.grown().entries()).hasSize(1);
  }

  private static Verdict withBaseline(String line, FileRecord file) throws PolicyException {
    FileRecord before = in("A.java").of(Rules.CONCAT, 3).record();
    Policy policy = policy(Tier.AI_ASSISTED, line);
    Baseline baseline =
        new BaselineUpdate(
                Baseline.EMPTY,
                judged(Tier.AI_ASSISTED, line, before),
                java.util.Map.of("A.java", ""))
            .grown();
    Results results = Findings.results(file);
    Settlement settlement =
        results.settle(new Analysis(Catalogue.rules(), Settings.DEFAULT), true, TODAY);
    return Judge.judge(policy, "", results, settlement, baseline.use(BaselineUse.Scope.FILES));
  }

  private static Verdict judged(Tier tier, String line, FileRecord file) throws PolicyException {
    return Findings.judged(policy(tier, line), "", Findings.results(file), TODAY);
  }

  private static Policy policy(Tier tier, String line) throws PolicyException {
    String text =
        "version: 1\nzones:\n  - name: all\n    tier: " + tier.id() + "\n    " + line + "\n";
    return PolicyReader.read(text, Path.of("zonegate.yml"), Rules.NAMES);
  }
}
