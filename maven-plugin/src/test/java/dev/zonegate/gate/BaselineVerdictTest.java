package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.baseline.BaselineUse.Scope;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineVerdictTest {
  private static final String NOW = "    LocalDate day = LocalDate.now();\n";
  private static final Analysis ANALYSIS =
      new Analysis(
          Catalogue.rules().stream().filter(each -> each.info().id().equals("AI11")).toList(),
          Settings.DEFAULT);

  @TempDir Path root;
  private Baseline baseline;

  @BeforeEach
  void startWithOneFinding() throws IOException, PolicyException {
    write("ledger/A.java", code(NOW));
    write("edge/B.java", code("").replace("ledger", "edge"));
    baseline = update(new Baseline(root, "known.json", List.of())).grown();
    assertThat(baseline.entries())
        .extracting(each -> each.path() + " " + each.packageName() + " " + each.rule())
        .containsExactly("ledger/A.java ledger TimeZone.implicitNow");
  }

  @Test
  void leavesOutWhatItKnows() throws IOException, PolicyException {
    Verdict verdict = verdict(baseline);
    assertThat(verdict.passes()).isTrue();
    assertThat(verdict.standing()).isEmpty();
    assertThat(verdict.judged()).singleElement().returns(true, Judged::isKnown);
    assertThat(verdict.zones().get(0)).returns(1, ZoneCount::known).returns(0, ZoneCount::warnings);
  }

  @Test
  void knowsAFindingWhoseLineMoves() throws IOException, PolicyException {
    write("ledger/A.java", code("    int x = 1; // new\n\n\n" + NOW.replace("= ", "=\n      ")));
    assertThat(verdict(baseline).passes()).isTrue();
  }

  @Test
  void hidesNoSecondFindingOfTheSameCode() throws IOException, PolicyException {
    write("ledger/A.java", code("    use(LocalDate.now());\n    use(LocalDate.now());\n"));
    Baseline one =
        update(empty()).grown().without(List.of(update(empty()).grown().entries().get(0)));
    Verdict verdict = verdict(one);
    assertThat(verdict.judged()).hasSize(2);
    assertThat(verdict.blocking()).hasSize(1);
  }

  @Test
  void hidesNothingInAnotherMember() throws IOException, PolicyException {
    write("ledger/A.java", code(NOW).replace("run()", "start()"));
    assertThat(verdict(baseline).blocking()).hasSize(1);
  }

  @Test
  void countsEqualFindings() throws IOException, PolicyException {
    BaselineEntry entry = baseline.entries().get(0);
    Baseline two = baseline.with(List.of(entry, entry));
    assertThat(two.entries()).singleElement().returns(2, BaselineEntry::count);
    assertThat(verdict(two).stale()).singleElement().returns(1, each -> each.entry().count());
    assertThat(two.without(List.of(entry)).entries())
        .singleElement()
        .returns(1, BaselineEntry::count);
  }

  @Test
  void failsAZoneForPeopleOverAStaleEntry() throws IOException, PolicyException {
    write("ledger/A.java", code(""));
    Verdict verdict = verdict(baseline);
    assertThat(verdict.stale()).singleElement().returns(true, Stale::blocks);
    assertThat(verdict.passes()).isFalse();
    assertThat(verdict.zones().get(0).blocking()).isEqualTo(1);
  }

  @Test
  void findsTheZoneOfAFileThatIsGone() throws IOException, PolicyException {
    Files.delete(root.resolve("ledger/A.java"));
    Verdict verdict = verdict(baseline);
    assertThat(verdict.stale()).extracting(each -> each.zone().name()).containsExactly("ledger");
    assertThat(verdict.passes()).isFalse();
  }

  @Test
  void toleratesAStaleEntryElsewhere() throws IOException, PolicyException {
    Files.delete(root.resolve("ledger/A.java"));
    BaselineEntry old = baseline.entries().get(0);
    BaselineEntry entry =
        new BaselineEntry("edge/B.java", "edge", old.rule(), old.context(), 1, "", 0);
    Verdict verdict = verdict(baseline.with(List.of(entry)));
    assertThat(verdict.stale()).hasSize(1);
    assertThat(verdict.passes()).isTrue();
  }

  @Test
  void saysNothingOfFilesThatWereNotJudged() throws IOException, PolicyException {
    Files.writeString(root.resolve("ledger/A.txt"), "x");
    BaselineEntry old = baseline.entries().get(0);
    BaselineEntry other =
        new BaselineEntry("ledger/A.txt", "ledger", old.rule(), old.context(), 1, "", 0);
    assertThat(verdict(baseline.with(List.of(old, other))).stale()).isEmpty();
  }

  @Test
  void doesNotCallStaleWhatIsInAFileThatDoesNotParse() throws IOException, PolicyException {
    write("ledger/A.java", code("    this is no Java;;( \n"));
    assertThat(verdict(baseline).stale()).isEmpty();
  }

  @Test
  void shrinksAndGrowsOnlyWhenTold() throws IOException, PolicyException {
    write("ledger/A.java", code("").replace("run()", "start()"));
    write("edge/B.java", code(NOW).replace("ledger", "edge"));
    BaselineUpdate update = update(baseline);
    assertThat(update.shrunk().entries()).isEmpty();
    assertThat(update.fresh()).hasSize(1);
    assertThat(update.grown().entries())
        .extracting(BaselineEntry::path)
        .containsExactly("edge/B.java");
  }

  @Test
  void needsTheSuppressionOrTheBaselineNotBoth() throws IOException, PolicyException {
    write(
        "ledger/A.java",
        code("    // zonegate: allow TimeZone.implicitNow, in UTC (until 2027-01-31)\n" + NOW));
    Verdict verdict = verdict(baseline);
    assertThat(verdict.judged()).singleElement().returns(false, Judged::isKnown);
    assertThat(verdict.stale()).hasSize(1);
  }

  private BaselineUpdate update(Baseline before) throws IOException, PolicyException {
    return new BaselineUpdate(
        before, verdict(before), Map.of("ledger/A.java", "ledger", "edge/B.java", "edge"));
  }

  private Baseline empty() {
    return new Baseline(root, "known.json", List.of());
  }

  private Verdict verdict(Baseline known) throws IOException, PolicyException {
    String zones =
        """
        version: 1
        zones:
          - { name: ledger, tier: human-only, packages: [ledger..] }
          - { name: edge, tier: ai-friendly }
        """;
    Policy policy = PolicyReader.read(zones, root.resolve("zonegate.yml"), Rules.NAMES);
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), ANALYSIS, "");
    return Judge.judge(
        policy, "", results, results.settle(ANALYSIS, true, TODAY), known.use(Scope.PROJECT));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String code(String body) {
    return "package ledger;\n\nimport java.time.LocalDate;\n\nfinal class A {\n  void run() {\n"
        + body
        + "  }\n\n  void use(Object o) {\n    System.err.println(o);\n  }\n}\n";
  }
}
