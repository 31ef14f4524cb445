package dev.zonegate.report;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import se.bjurr.violations.lib.ViolationsApi;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.reports.Parser;

/** What the tools that read our reports make of them. */
final class ConsumersTest {
  @TempDir Path folder;

  @Test
  void surefiresSchemaAcceptsTheTestResults() throws IOException, PolicyException, SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Path everything = file(Format.JUNIT, Reported.everything());
    factory
        .newSchema(ConsumersTest.class.getResource("/junit/surefire-test-report.xsd"))
        .newValidator()
        .validate(new StreamSource(everything.toFile()));
    assertThat(Files.readString(everything)).contains("&lt;b&gt;&amp;\"'%|` ends ]]&gt; -- here:?");
  }

  @Test
  void surefireReadsTheTestResults() throws Exception {
    Path file = file(Format.JUNIT, Reported.everything());
    List<ReportTestSuite> suites =
        new TestSuiteXmlParser(new NullConsoleLogger()).parse(file.toString());
    int patterns = Reported.RULES.stream().mapToInt(each -> each.patterns().size()).sum();
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum())
        .isEqualTo(patterns + 1);
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum()).isEqualTo(1);
    assertThat(
            suites.stream()
                .flatMap(each -> each.getTestCases().stream())
                .filter(ReportTestCase::hasFailure))
        .extracting(ReportTestCase::getFullName, ReportTestCase::getFailureMessage)
        .containsExactly(
            tuple(
                "zonegate.RawSql.jdbcConcat",
                "`it` joins text into SQL; bind a parameter (and 1 more)"),
            tuple(
                "zonegate.TimeZone.implicitNow",
                "`it` reads the default time zone; pass a `Clock`"),
            tuple("zonegate.TimeZone.legacyDateApi", "`it` is an old date; use `java.time`"));
  }

  @Test
  void toolsThatReadCheckstyleFindEveryFinding() throws IOException, PolicyException {
    List<Violation> found = violations(Format.CHECKSTYLE, Parser.CHECKSTYLE);
    assertThat(found).hasSize(Reported.everything().verdict().standing().size());
    assertThat(found)
        .anySatisfy(
            each -> {
              assertThat(each.getFile()).endsWith("ledger/A.java");
              assertThat(each.getStartLine()).isEqualTo(7);
              assertThat(each.getColumn()).isEqualTo(5);
              assertThat(each.getSeverity()).isEqualTo(SEVERITY.ERROR);
              assertThat(each.getRule()).isEqualTo("dev.zonegate.TimeZone.legacyDateApi");
              assertThat(each.getMessage())
                  .isEqualTo("[ledger] `it` is an old date; use `java.time`");
            })
        .anySatisfy(
            each -> {
              assertThat(each.getFile()).endsWith("web/B.java");
              assertThat(each.getStartLine()).isEqualTo(5);
              assertThat(each.getSeverity()).isEqualTo(SEVERITY.INFO);
            });
  }

  @Test
  void toolsThatReadSarifFindEveryFinding() throws IOException, PolicyException {
    List<Violation> found = violations(Format.SARIF, Parser.SARIF);
    assertThat(found.stream().filter(each -> each.getRule().contains(".")))
        .extracting(Violation::getRule)
        .contains("RawSql.jdbcConcat", "TimeZone.implicitNow", "TimeZone.legacyDateApi");
  }

  @Test
  void toolsThatReadCodeQualityFindEveryFinding() throws IOException, PolicyException {
    List<Violation> found = violations(Format.GITLAB, Parser.CODECLIMATE);
    assertThat(found).hasSize(Reported.everything().verdict().standing().size());
    assertThat(found)
        .anySatisfy(
            each -> {
              assertThat(each.getFile()).isEqualTo("ledger/A.java");
              assertThat(each.getStartLine()).isEqualTo(12);
              assertThat(each.getRule()).isEqualTo("RawSql.jdbcConcat");
              assertThat(each.getSeverity()).isEqualTo(SEVERITY.ERROR);
            });
  }

  @Test
  void codeQualityHasWhatGitlabAsksFor() throws IOException, PolicyException {
    ReportInput twins =
        Reported.of(
            in("web/A.java").of(Rules.CONCAT, 3).of(Rules.CONCAT, 3).record(),
            in("web/B.java").of(Rules.CONCAT, 3).record());
    JsonNode issues = new ObjectMapper().readTree(file(Format.GITLAB, twins).toFile());
    assertThat(issues).hasSize(3);
    assertThat(issues.findValuesAsText("fingerprint")).doesNotHaveDuplicates();
    for (JsonNode each : issues) {
      assertThat(each.at("/severity").asText()).isEqualTo("blocker");
      assertThat(each.at("/location/path").asText()).doesNotStartWith("./").startsWith("web/");
      assertThat(each.at("/location/lines/begin").asInt()).isEqualTo(3);
      assertThat(each.at("/description").asText()).isNotBlank();
      assertThat(each.at("/check_name").asText()).isEqualTo("RawSql.jdbcConcat");
    }
  }

  @Test
  void toolsThatReadSonarsFormatFindEveryFinding() throws IOException, PolicyException {
    JsonNode root = new ObjectMapper().readTree(file(Format.SONAR, Reported.everything()).toFile());
    assertThat(root.at("/issues")).hasSameSizeAs(Reported.everything().verdict().standing());
    List<String> rules = root.at("/rules").findValuesAsText("id");
    assertThat(rules).doesNotHaveDuplicates();
    assertThat(root.at("/issues").findValuesAsText("ruleId")).isSubsetOf(rules);
    for (JsonNode rule : root.at("/rules")) {
      assertThat(rule.at("/engineId").asText()).isEqualTo("zonegate");
      assertThat(rule.at("/name").asText()).isEqualTo(rule.at("/id").asText());
      boolean isSecurity = rule.at("/id").asText().startsWith("RawSql");
      assertThat(rule.at("/impacts/0/softwareQuality").asText())
          .isEqualTo(isSecurity ? "SECURITY" : "RELIABILITY");
      assertThat(rule.at("/type").asText()).isEqualTo(isSecurity ? "VULNERABILITY" : "BUG");
    }
    assertThat(root.at("/issues/0/primaryLocation"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"message": "[ledger, blocks] `it` joins text into SQL; bind a parameter",
                     "filePath": "ledger/A.java", "textRange": {"startLine": 12}}"""));
    assertThat(root.at("/issues").findValuesAsText("message"))
        .contains("[edge] `it` is an old date; use `java.time`");
  }

  private List<Violation> violations(Format format, Parser parser)
      throws IOException, PolicyException {
    file(format, Reported.everything());
    return List.copyOf(
        ViolationsApi.violationsApi()
            .withPattern(".*" + format.file().orElseThrow())
            .inFolder(folder.toString())
            .findAll(parser)
            .violations());
  }

  private Path file(Format format, ReportInput input) throws IOException {
    Format.write(Set.of(format), input, folder);
    return folder.resolve(format.file().orElseThrow());
  }
}
