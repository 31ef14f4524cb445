package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PMD makes of our rules, whatever they look for. */
final class RuleRunsTest {
  private static final int FILES = 40;

  @BeforeEach
  void forget() {
    ProbeRules.HANDED_OVER.clear();
  }

  @Test
  void aFileIsLoweredOnceForAllRulesOnManyThreads() {
    Report report = run("Watching", "One", "Two", "Three");

    Set<SourceFile> models = Collections.newSetFromMap(new IdentityHashMap<>());
    models.addAll(ProbeRules.HANDED_OVER);
    assertThat(ProbeRules.HANDED_OVER).hasSize(3 * FILES);
    assertThat(models).hasSize(FILES);
    assertThat(report.getViolations()).hasSize(3 * FILES);
  }

  @Test
  void aRuleThatFailsIsAProcessingErrorAndTheOthersGoOn() {
    Report report = run("Failing", "One", "Two");

    assertThat(report.getProcessingErrors()).hasSize(FILES);
    assertThat(report.getProcessingErrors().get(0).getMsg()).contains("`One` failed");
    assertThat(report.getViolations())
        .hasSize(FILES)
        .extracting(RuleViolation::getRule)
        .allSatisfy(each -> assertThat(each.getName()).isEqualTo("Two"));
  }

  private static Report run(String type, String... names) {
    List<SourceInput> inputs = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      inputs.add(
          new SourceInput("T" + i + ".java", SourceText.of("class T" + i + " {}"), Role.MAIN));
    }
    StringBuilder rules = new StringBuilder();
    for (String each : names) {
      rules.append(
          "<rule name=\"%s\" language=\"java\" message=\"x\" class=\"dev.zonegate.pmd.ProbeRules$%s\"/>"
              .formatted(each, type));
    }
    return new PmdRun(List.of(), "17", 3).with(inputs, rules.toString());
  }
}
