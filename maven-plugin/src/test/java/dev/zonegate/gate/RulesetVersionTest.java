package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.rule.RuleInfo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RulesetVersionTest {
  private static final RuleNames NAMES =
      new RuleNames(
          List.of(
              RuleInfo.named("AI03", "RawSql")
                  .summary("Bind parameters")
                  .patterns(Rules.CONCAT.since("0.10.0")),
              RuleInfo.named("AI11", "TimeZone")
                  .summary("State the zone")
                  .patterns(Rules.IMPLICIT_NOW)));

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.1.0, 1", "0.9.9, 1", "0.10, 2", "0.10.0, 2", "1, 2"})
  void letsNewerPatternsPass(String version, int blocking) throws PolicyException {
    FileRecord file = in("a/A.java").of(Rules.CONCAT, 1).of(Rules.IMPLICIT_NOW, 2).record();
    Verdict verdict = Findings.judged(policy(version), "", Findings.results(file), TODAY);
    assertThat(verdict.standing()).hasSize(2);
    assertThat(verdict.blocking()).hasSize(blocking);
    assertThat(verdict.standing().stream().filter(Judged::isPreview)).hasSize(2 - blocking);
  }

  @Test
  void refusesAVersionThatWouldSwitchTheGateOff() {
    assertThatThrownBy(() -> policy("0.0.9"))
        .hasMessage(
            "zonegate.yml:2:17: `rulesetVersion` `0.0.9` is older than all rules, so nothing blocks;"
                + " write the version that you use");
  }

  @Test
  void knowsTheVersionOfEveryPattern() {
    assertThat(Catalogue.rules())
        .flatExtracting(each -> each.info().patterns())
        .allSatisfy(each -> assertThat(RulesetVersion.of(each.since())).isPresent());
  }

  private static Policy policy(String version) throws PolicyException {
    String text =
        "version: 1\nrulesetVersion: " + version + "\nzones: [{name: a, tier: ai-assisted}]\n";
    return PolicyReader.read(text, Path.of("zonegate.yml"), NAMES);
  }
}
