package dev.zonegate.report;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Rules;
import dev.zonegate.gate.Sha256;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HtmlReportTest {
  @TempDir Path history;

  @Test
  void showsVerdictZonesAndFindings() throws IOException, PolicyException {
    String page = html(Reported.everything());
    assertThat(page)
        .contains(
            "<title>Zonegate blocks shop</title>", "<span class=\"badge block\">blocks</span>")
        .contains("<td>ledger</td><td>human-only: every finding blocks</td>")
        .contains("<span class=\"place\">ledger/A.java<b>:7</b></span>", "Repair: Pass a clock")
        .contains("Suppressed: a constant (until 2026-11-21)")
        .contains("not judged whole: cannot read this");
    assertThat(count(page, "<li class=\"f ")).isEqualTo(8);
    assertThat(count(page, "data-blocks=\"true\"")).isEqualTo(4);
  }

  @Test
  void saysWhenNothingWasFound() throws IOException, PolicyException {
    String page = html(Reported.of(in("web/A.java").record()));
    assertThat(page).contains("<span class=\"badge pass\">passes</span>", "<p>None.</p>");
    assertThat(page).doesNotContain("<svg", "class=\"filter\"", "The rules that fired");
  }

  @Test
  void quotesWhateverTheCodeSays() throws IOException, PolicyException {
    String page = html(Reported.everything());
    assertThat(page).doesNotContain("<b>&\"", "<x>").contains("&lt;b&gt;&amp;&quot;&#39;%|");
  }

  @Test
  void asksTheNetworkForNothingAndRunsOneScript() throws IOException, PolicyException {
    String page = html(Reported.everything());
    assertThat(page).doesNotContainPattern("(src|href)=\"(?!#)").doesNotContain("url(", "@import");
    Matcher policy = Pattern.compile("script-src 'sha256-([^']+)'").matcher(page);
    Matcher script = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    assertThat(policy.find()).isTrue();
    assertThat(script.find()).isTrue();
    assertThat(policy.group(1))
        .isEqualTo(
            Base64.getEncoder()
                .encodeToString(HexFormat.of().parseHex(Sha256.of(script.group(1)))));
    assertThat(script.find()).isFalse();
  }

  @Test
  void explainsTheRulesThatFired() throws IOException, PolicyException {
    String page = html(Reported.of(in("web/A.java").of(Rules.IMPLICIT_NOW, 3).record()));
    assertThat(page)
        .contains("<a href=\"#TimeZone.implicitNow\">", "<h2 id=\"TimeZone.implicitNow\">")
        .contains("<pre data-kind=\"bad\"><code class=\"language-java\">")
        .doesNotContain("RawSql");
  }

  @Test
  void drawsABarAZoneWithAPartASeverity() throws IOException, PolicyException {
    ReportInput input =
        Reported.of(
            in("ledger/A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 2).record(),
            in("shop/src/main/java/web/B.java").of(Rules.IMPLICIT_NOW, 1).record());
    BarChart chart =
        BarChart.of("by zone", "zone", input.verdict().standing(), each -> each.zone().name());
    assertThat(chart.bars()).extracting(BarChart.Bar::label).containsExactly("ledger", "edge");
    assertThat(chart.bars().get(0).parts())
        .extracting(BarChart.Part::kind, BarChart.Part::x, BarChart.Part::length)
        .containsExactly(tuple("error", 190, 145), tuple("note", 335, 145));
    assertThat(html(input)).contains("data-field=\"module\" data-value=\"shop\"");
  }

  @Test
  void drawsATrendOfEarlierRunsOfTheSameName() throws IOException, PolicyException {
    Path folder = Files.createDirectories(history.resolve("runs"));
    ReportInput input =
        Reported.of(in("ledger/A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 2).record());
    for (String each : List.of("2026-10", "2026-11")) {
      try (Writer out = Files.newBufferedWriter(folder.resolve(each + ".json"))) {
        JsonReport.write(input, out);
      }
    }
    Files.writeString(
        folder.resolve("2026-12.json"),
        "{\"name\":\"other\",\"zones\":[{\"name\":\"a\",\"errors\":7}]}");
    Files.writeString(folder.resolve("2027-02.json"), "[]");
    List<EarlierRun> runs = EarlierRun.in(folder, input.name());
    assertThat(runs)
        .containsExactly(
            new EarlierRun("2026-10", 1, 0, 1, 2), new EarlierRun("2026-11", 1, 0, 1, 2));
    ReportInput withRuns =
        new ReportInput(
            input.name(),
            input.verdict(),
            input.results(),
            input.catalogue(),
            input.version(),
            input.authors(),
            runs);
    assertThat(html(withRuns))
        .contains("Findings of earlier runs", "data-value=\"2026-10\"", "data-value=\"now\"");
    assertThat(html(input)).doesNotContain("Findings of earlier runs");
    assertThat(EarlierRun.in(history.resolve("none"), "x")).isEmpty();
    Files.writeString(folder.resolve("2027-01.json"), "{\"name\":");
    assertThatThrownBy(() -> EarlierRun.in(folder, input.name()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2027-01.json is no JSON report; take it away");
  }

  @Test
  void holdsThousandsAndLeavesOutTheRest() throws IOException, PolicyException {
    ReportInput input = Reported.of(many(5100));
    String page = html(input);
    assertThat(count(page, "<li class=\"f ")).isEqualTo(5000);
    assertThat(page).contains("100 more findings are left out");
    assertThat(page.length()).isLessThan(6_000_000);
  }

  private static FileRecord[] many(int findings) {
    List<FileRecord> files = new ArrayList<>();
    for (int i = 0; i < findings; i += 10) {
      Findings file =
          in((i % 70 == 0 ? "ledger/" : "web/") + "src/main/java/acme/Service" + i + ".java");
      for (int j = 0; j < 10; j++) {
        file.of(List.of(Rules.CONCAT, Rules.IMPLICIT_NOW, Rules.LEGACY).get(j % 3), 10 + j);
      }
      files.add(file.record());
    }
    return files.toArray(FileRecord[]::new);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String html(ReportInput input) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(input, out);
    return out.toString();
  }
}
