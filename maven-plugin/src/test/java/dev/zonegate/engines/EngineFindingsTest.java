package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.FileResult;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineFindingsTest {
  private static final String MAIN = "shop/src/main/java/com/acme/Orders.java";
  private static final String TEST = "shop/src/test/java/com/acme/OrdersTest.java";
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path root;

  @BeforeEach
  void code() throws IOException {
    for (String each : List.of(MAIN, TEST)) {
      Path file = root.resolve(each);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "class A {\n  one();\n  two();\n  one();\n}\n");
      Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
    }
  }

  @Test
  void readsSpotBugs() throws Exception {
    assertThat(
            found(
                Engine.SPOTBUGS,
                """
                <BugCollection version="4.9.3">
                  <BugInstance type="SQL_INJECTION_JDBC" priority="1" rank="10" category="SECURITY">
                    <ShortMessage>Potential JDBC Injection</ShortMessage>
                    <LongMessage>This use of Statement.execute can be vulnerable</LongMessage>
                    <Class classname="com.acme.Orders" primary="true">
                      <SourceLine classname="com.acme.Orders" start="1" end="5" sourcepath="com/acme/Orders.java"/>
                    </Class>
                    <Method classname="com.acme.Orders" name="m" primary="true">
                      <SourceLine classname="com.acme.Orders" start="2" end="4" sourcepath="com/acme/Orders.java"/>
                    </Method>
                    <SourceLine classname="com.acme.Orders" primary="true" start="3" end="3" sourcepath="com/acme/Orders.java"/>
                    <SourceLine classname="com.acme.Orders" start="4" end="4" sourcepath="com/acme/Orders.java" role="SOURCE_LINE_ANOTHER_INSTANCE"/>
                  </BugInstance>
                  <BugInstance type="EI_EXPOSE_REP" priority="2"><SourceLine start="2" sourcepath="com/acme/Orders.java"/></BugInstance>
                  <BugInstance type="DM_DEFAULT_ENCODING" priority="2">
                    <Class><SourceLine start="1" sourcepath="com/acme/Other.java"/></Class>
                  </BugInstance>
                </BugCollection>
                """))
        .singleElement()
        .returns("RawSql.jdbcConcat", Finding::key)
        .returns("AI03", Finding::ruleId)
        .returns(MAIN, Finding::path)
        .returns(Severity.ERROR, Finding::severity)
        .returns(Confidence.HIGH, Finding::confidence)
        .returns(
            "This use of Statement.execute can be vulnerable (SpotBugs SQL_INJECTION_JDBC)",
            Finding::message)
        .satisfies(each -> assertThat(each.at().startLine()).isEqualTo(3));
  }

  @Test
  void hidesWhatAnEngineQuotesThatMayBeASecret() throws Exception {
    String report =
        """
        <BugCollection version="4.9.3">
          <BugInstance type="SQL_INJECTION_JDBC" priority="1">
            <LongMessage>The text %s reaches Statement.execute</LongMessage>
            <SourceLine start="3" sourcepath="com/acme/Orders.java"/>
          </BugInstance>
        </BugCollection>
        """;
    for (String secret :
        List.of("q8ZrLw4mKiwi77TreesAbc", "jdbc:h2:mem:a?password=kiwi77", "password = 'kiwi77'")) {
      String quoted = "&quot;" + secret.replace("'", "") + "&quot;";
      assertThat(found(Engine.SPOTBUGS, report.formatted(quoted)))
          .singleElement()
          .satisfies(each -> assertThat(each.message()).doesNotContain("iwi77"))
          .satisfies(each -> assertThat(each.message()).contains("The text (a text of "));
    }
    assertThat(found(Engine.SPOTBUGS, report.formatted("&quot;SELECT $1 FROM orders&quot;")))
        .singleElement()
        .satisfies(each -> assertThat(each.message()).contains("text \"SELECT $1 FROM orders\""));
  }

  @Test
  void readsPmdAndCheckstyle() throws Exception {
    assertThat(
            found(
                Engine.PMD,
                """
                <pmd xmlns="http://pmd.sourceforge.net/report/2.0.0" version="7.17.0">
                  <file name="%s"><violation beginline="2" endline="2" begincolumn="5" endcolumn="9" rule="EmptyCatchBlock" priority="3">
                Avoid empty catch blocks
                </violation></file></pmd>
                """
                    .formatted(root.resolve(MAIN))))
        .singleElement()
        .returns("Avoid empty catch blocks (PMD EmptyCatchBlock)", Finding::message)
        .returns(new Span(2, 5, 2, 6), Finding::at)
        .returns(Confidence.MEDIUM, Finding::confidence);
    assertThat(
            found(
                Engine.CHECKSTYLE,
                """
                <checkstyle version="10"><file name="%s">
                  <error line="4" severity="error" message="Empty." source="com.puppycrawl.tools.checkstyle.checks.blocks.EmptyCatchBlockCheck"/>
                </file></checkstyle>
                """
                    .formatted(root.resolve(MAIN))))
        .singleElement()
        .returns("SwallowedError.emptyCatch", Finding::key);
  }

  @Test
  void readsTheLogOfErrorProne() throws Exception {
    assertThat(
            found(
                Engine.ERRORPRONE,
                "%s:3: warning: [EmptyCatch] Caught and lost\n%s:4: warning: [Finally] x\n"
                    .formatted(root.resolve(MAIN), root.resolve(MAIN))))
        .singleElement()
        .returns("SwallowedError.emptyCatch", Finding::key)
        .returns("Caught and lost (Error Prone EmptyCatch)", Finding::message);
  }

  @Test
  void tellsWhichEngineWasNotHeard() {
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    EngineFindings findings = new EngineFindings(root, own(), names, false);
    findings.addSilence("shop/pom.xml", "SpotBugs took longer than 2 s");
    assertThat(own().and(findings.results()).notifications())
        .extracting(each -> each.path() + " " + each.message())
        .containsExactly("shop/pom.xml SpotBugs took longer than 2 s");
  }

  @Test
  void tellsEqualLinesApartAndKnowsThemAgain() throws Exception {
    String report = violations(MAIN, "SystemPrintln", 2, 4);
    List<Finding> first = found(Engine.PMD, report);
    assertThat(first).extracting(Finding::fingerprint).doesNotHaveDuplicates().hasSize(2);
    Files.writeString(root.resolve(MAIN), "// new\nclass A {\n  one();\n\ttwo();\none();\n}\n");
    Files.setLastModifiedTime(root.resolve(MAIN), FileTime.from(LONG_AGO));
    assertThat(found(Engine.PMD, violations(MAIN, "SystemPrintln", 3, 5)))
        .extracting(Finding::fingerprint)
        .containsExactlyElementsOf(first.stream().map(Finding::fingerprint).toList());
  }

  @Test
  void saysNothingOfTheTextOfSecrets() throws Exception {
    String report = violations(MAIN, "HardCodedCryptoKey", 2);
    assertThat(found(Engine.PMD, report.replace("told", "the key is hunter2")))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.message())
                    .doesNotContain("hunter2")
                    .endsWith("(PMD HardCodedCryptoKey)"));
  }

  @Test
  void judgesTestsByWhatIsAboutTests() throws Exception {
    assertThat(found(Engine.PMD, violations(TEST, "SystemPrintln", 2))).isEmpty();
    assertThat(found(Engine.PMD, violations(TEST, "UnitTestShouldIncludeAssert", 2))).hasSize(1);
    assertThat(found(Engine.PMD, violations(MAIN, "UnitTestShouldIncludeAssert", 2))).isEmpty();
  }

  @Test
  void leavesOutWhatChangedSinceTheReport() throws Exception {
    Files.setLastModifiedTime(root.resolve(MAIN), FileTime.from(Instant.now().plusSeconds(3600)));
    Results results = results(Engine.PMD, violations(MAIN, "SystemPrintln", 2, 4));
    assertThat(results.files()).isEmpty();
    assertThat(results.notifications())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.message())
                    .isEqualTo("changed since the report of PMD; run it again"));
  }

  @Test
  void ignoresPathsThatNobodyJudges() throws Exception {
    for (String each : List.of("../../etc/passwd", "/etc/passwd", "Orders.java.bak", "", "/")) {
      assertThat(found(Engine.PMD, violations(each, "SystemPrintln", 2))).isEmpty();
    }
  }

  @Test
  void foldsTheSameIssueOnTheSameLineIntoOurs() throws Exception {
    Results others =
        results(
            Engine.PMD,
            violations(MAIN, "SystemPrintln", 2, 3)
                .replace("</file>", violation("AvoidPrintStackTrace", 3) + "</file>"));
    Finding ours =
        new Finding(
            "AI19",
            "PlaceholderCode",
            "debugLeftover",
            MAIN,
            new Span(2, 9, 2, 12),
            new Span(2, 9, 2, 12),
            "prints",
            "0123456789abcdef",
            Severity.WARNING,
            Confidence.HIGH,
            false,
            List.of(),
            List.of());
    Results both = own(ours).and(others);
    assertThat(both.files().get(0).result().findings())
        .extracting(Finding::message, each -> each.at().startLine(), Finding::fingerprint)
        .containsExactly(
            tuple("prints (PMD SystemPrintln too)", 2, "0123456789abcdef"),
            tuple(
                "told (PMD AvoidPrintStackTrace) (PMD SystemPrintln too)",
                3,
                both.files().get(0).result().findings().get(1).fingerprint()));
    assertThat(both.files().get(0).result().findings().get(0).related())
        .singleElement()
        .satisfies(each -> assertThat(each.message()).isEqualTo("PMD SystemPrintln"));
  }

  private static String violations(String path, String rule, int... lines) {
    StringBuilder text = new StringBuilder("<pmd><file name=\"" + path + "\">");
    for (int each : lines) {
      text.append(violation(rule, each));
    }
    return text.append("</file></pmd>").toString();
  }

  private static String violation(String rule, int line) {
    return "<violation rule=\""
        + rule
        + "\" priority=\"2\" beginline=\""
        + line
        + "\">told</violation>";
  }

  private List<Finding> found(Engine engine, String report) throws Exception {
    List<Finding> found = new ArrayList<>();
    results(engine, report).files().forEach(each -> found.addAll(each.result().findings()));
    return found;
  }

  private Results results(Engine engine, String report) throws IOException, ReportException {
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    EngineFindings findings = new EngineFindings(root, own(), names, false);
    findings.add(engine, Files.writeString(root.resolve(engine.report()), report));
    return findings.results();
  }

  private static Results own(Finding... findings) {
    List<FileRecord> files = new ArrayList<>();
    files.add(record(MAIN, Role.MAIN, List.of(findings)));
    files.add(record(TEST, Role.TEST, List.of()));
    files.add(record("shop/target/generated-sources/x/com/acme/G.java", Role.GENERATED, List.of()));
    return new Results("key", files, List.of());
  }

  private static FileRecord record(String path, Role role, List<Finding> findings) {
    return new FileRecord(
        path,
        role,
        "ff",
        "com.acme",
        Quality.NONE,
        new TreeMap<>(),
        new FileResult(path, findings, List.of(), List.of(), List.of(), List.of()));
  }
}
