package dev.zonegate.report;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.Findings;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Rules;
import dev.zonegate.gate.Verdict;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GithubCommandsTest {
  private final Map<String, Integer> shown = new HashMap<>();

  @Test
  void tellsWhereWhatAndWhichZone() throws PolicyException {
    assertThat(of(Reported.of(in("ledger/A.java").of(Rules.CONCAT, 3).record())).commands())
        .containsExactly(
            "::error file=ledger/A.java,line=3,endLine=3,col=5,endColumn=12,"
                + "title=AI03 RawSql.jdbcConcat in zone ledger::`it` joins text into SQL; bind a parameter");
  }

  @Test
  void isAnErrorOnlyWhereItBlocks() throws PolicyException {
    ReportInput input =
        Reported.of(in("web/A.java").of(Rules.IMPLICIT_NOW, 3).of(Rules.LEGACY, 4).record());
    assertThat(of(input).commands())
        .extracting(each -> each.substring(0, each.indexOf(' ')))
        .containsExactly("::warning", "::notice");
  }

  @Test
  void quotesWhatWouldEndACommand() throws PolicyException {
    String command =
        of(Reported.everything()).commands().stream()
            .filter(each -> each.contains("A#1"))
            .findFirst()
            .orElseThrow();
    assertThat(command)
        .startsWith("::warning file=web/ü%2C a%3Ab/A#1 <x>&.java,line=4,endLine=6,title=")
        .contains("50 %25, ::error::%0Aü")
        .doesNotContain("\n", ",col=");
  }

  @Test
  void showsTenOfAKindTheWorstFirstAndTheRestInTheSummary() throws PolicyException {
    Findings many = in("ledger/A.java");
    for (int i = 1; i <= 15; i++) {
      many.of(Rules.LEGACY, i);
    }
    many.of(Rules.CONCAT, 99);
    GithubCommands github = of(Reported.of(many.record()));
    assertThat(github.commands()).hasSize(10).allMatch(each -> each.startsWith("::error "));
    assertThat(github.commands().get(0)).contains("RawSql.jdbcConcat");
    assertThat(github.summary())
        .contains("### Zonegate blocks shop", "| ledger | human-only | 1 | 1 | 0 | 15 | 0 | 16 |")
        .contains("| ledger/A.java:10 | TimeZone.legacyDateApi | ledger | note, blocks | `it` is")
        .doesNotContain("| ledger/A.java:9 |");
  }

  @Test
  void countsOnFromTheModulesBefore() throws PolicyException {
    Findings many = in("ledger/A.java");
    for (int i = 1; i <= 8; i++) {
      many.of(Rules.LEGACY, i);
    }
    ReportInput input = Reported.of(many.record());
    assertThat(of(input).commands()).hasSize(8);
    assertThat(of(input).commands()).hasSize(2);
    assertThat(of(input).commands()).isEmpty();
  }

  @Test
  void keepsTheSummaryATableWhateverTheCodeSays() throws PolicyException {
    shown.put(GithubCommands.Kind.WARNING.name(), 100);
    String row =
        of(Reported.everything())
            .summary()
            .lines()
            .filter(each -> each.contains("A#1"))
            .findFirst()
            .orElseThrow();
    assertThat(of(Reported.everything()).summary()).doesNotContain("more are in the report files");
    assertThat(row).doesNotContain("<b>").contains("&lt;b>&amp;", "%\\|").endsWith(" |");
  }

  private GithubCommands of(ReportInput input) {
    Verdict verdict = input.verdict();
    return GithubCommands.of(input.name(), verdict, verdict.standing(), shown);
  }
}
