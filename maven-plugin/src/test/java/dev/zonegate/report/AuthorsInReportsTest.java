package dev.zonegate.report;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Rules;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.Claim;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.provenance.FileProvenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say of who wrote the code. */
final class AuthorsInReportsTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir Path folder;

  @Test
  void sarifNamesTheAuthorOfAFindingWithTheEvidence() throws Exception {
    JsonNode run = json(Format.SARIF, "zonegate.sarif").at("/runs/0");
    assertThat(run.at("/results/0/properties/provenance").toString())
        .isEqualTo(
            "{\"authorship\":\"ai\",\"source\":\"trailer\",\"where\":\"co-authored-by\",\"commit\":\""
                + COMMIT
                + "\",\"text\":\"Claude <x> & more\"}");
    assertThat(run.at("/results/1/properties/provenance").toString())
        .isEqualTo("{\"authorship\":\"unknown\"}");
    assertThat(run.at("/results/2/properties").has("provenance")).isFalse();
    assertThat(run.at("/properties/authors").toString())
        .isEqualTo("[{\"zone\":\"ledger\",\"lines\":30,\"machineWritten\":10}]");
  }

  @Test
  void jsonNamesThemAndCountsTheLinesOfAZone() throws Exception {
    JsonNode report = json(Format.JSON, "zonegate.json");
    assertThat(JsonReportTest.problems(report)).isEmpty();
    assertThat(report.at("/zones/0/authors").toString())
        .isEqualTo(
            "{\"lines\":30,\"machineWritten\":10,\"byAuthorship\":{\"ai\":10,\"unknown\":20}}");
    assertThat(report.at("/zones/1").has("authors")).isFalse();
    assertThat(report.findValues("provenance")).hasSize(2);
  }

  @Test
  void htmlShowsThemAndDrawsTheShareOfEachZone() throws Exception {
    String page = text(Format.HTML, "zonegate.html");
    assertThat(page)
        .contains("Written by: ai (trailer, commit 0123456789: Claude &lt;x&gt; &amp; more)")
        .contains("<span class=\"chip\">ai</span>")
        .contains("Machine-written share by zone")
        .contains("<title>ledger: 10 ai, 20 unknown lines</title>")
        .contains(">34%, 2 findings</text>")
        .contains("<rect class=\"by-ai\" x=\"190\"")
        .doesNotContain("Written by: unknown");
  }

  @Test
  void htmlDrawsNoChartOfAuthorsWhereNobodyAsked() throws Exception {
    Format.write(
        Set.of(Format.HTML), Reported.of(in("web/A.java").of(Rules.CONCAT, 3).record()), folder);
    assertThat(Files.readString(folder.resolve("zonegate.html")))
        .contains("Findings by zone")
        .doesNotContain("Machine-written", "class=\"key by-ai\"");
  }

  @Test
  void drawsPartsOfOneLengthAltogether() {
    BarChart chart =
        BarChart.ofShares(
            "shares",
            Map.of("a", new LineShare(Map.of(Authorship.HUMAN, 1, Authorship.AI, 2), 2)),
            zone -> "told of " + zone);
    assertThat(chart.bars()).singleElement().returns("2 ai, 1 human", BarChart.Bar::told);
    assertThat(chart.bars().get(0).parts())
        .extracting(BarChart.Part::kind)
        .containsExactly("by-ai", "by-human");
    assertThat(chart.bars().get(0).parts().stream().mapToInt(BarChart.Part::length).sum())
        .isEqualTo(290);
  }

  @Test
  void sharesAddUpOverModules() {
    LineShare one = new LineShare(Map.of(Authorship.AI, 1, Authorship.HUMAN, 2), 1);
    AuthorVerdict module = written();
    AuthorVerdict other =
        new AuthorVerdict(
            Map.of(), List.of(), Map.of(), List.of(), List.of(), "said", Map.of("ledger", one));
    AuthorVerdict merged = AuthorVerdict.merged(List.of(module, other));
    assertThat(merged.shares().get("ledger").machine()).isEqualTo(11);
    assertThat(merged.shares().get("ledger").all()).isEqualTo(33);
    assertThat(merged.shares().get("ledger").machinePercent()).isEqualTo(34);
    assertThat(merged.at("ledger/A.java", 3)).isPresent();
    assertThat(merged.lines()).isEmpty();
  }

  private JsonNode json(Format format, String file) throws IOException, PolicyException {
    return new ObjectMapper().readTree(text(format, file));
  }

  private String text(Format format, String file) throws IOException, PolicyException {
    ReportInput plain =
        Reported.of(
            in("ledger/A.java").of(Rules.CONCAT, 3).of(Rules.CONCAT, 15).record(),
            in("web/B.java").of(Rules.CONCAT, 3).record());
    ReportInput input =
        new ReportInput(
            plain.name(),
            plain.verdict(),
            plain.results(),
            plain.catalogue(),
            plain.version(),
            written());
    Format.write(Set.of(format), input, folder);
    return Files.readString(folder.resolve(file));
  }

  /** Ten lines by a machine, and twenty of which nobody knows. */
  private static AuthorVerdict written() {
    Claim ai =
        new Claim(
            Authorship.AI,
            new Evidence(Evidence.Source.TRAILER, "co-authored-by", COMMIT, "Claude <x> & more"));
    Claim unknown = new Claim(Authorship.UNKNOWN, new Evidence(Evidence.Source.NONE, "", "", ""));
    FileProvenance file =
        new FileProvenance(
            "ledger/A.java",
            List.of(
                new FileProvenance.Stretch(1, 10, COMMIT, ai),
                new FileProvenance.Stretch(11, 30, "", unknown)));
    LineShare share = new LineShare(file.lines(), 10);
    return new AuthorVerdict(
        Map.of(file.path(), file),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        "",
        Map.of("ledger", share));
  }
}
