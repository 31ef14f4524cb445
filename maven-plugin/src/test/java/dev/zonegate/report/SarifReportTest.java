package dev.zonegate.report;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static dev.zonegate.gate.Findings.results;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.SuppressionNotes;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.gate.Findings;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.Rules;
import dev.zonegate.gate.Verdict;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SarifReportTest {
  private static final List<RuleInfo> RULES =
      List.of(SuppressionNotes.INFO, Rules.RAW_SQL, Rules.TIME_ZONE);

  @TempDir Path folder;

  @Test
  void isValidWithEverythingInIt() throws IOException {
    JsonNode log = write(everything());
    assertThat(problems(log)).isEmpty();
  }

  @Test
  void isValidWithNothingInIt() throws IOException {
    JsonNode log = write(results());
    assertThat(problems(log)).isEmpty();
    assertThat(log.at("/runs/0/results").isArray()).isTrue();
    assertThat(log.at("/runs/0/tool/driver/rules").isArray()).isTrue();
    assertThat(log.at("/runs/0/properties/verdict").asText()).isEqualTo("pass");
  }

  @Test
  void theSchemaOfTheTestRefusesWhatIsWrong() throws IOException {
    String wrong = Files.readString(file(everything())).replace("\"warning\"", "\"loud\"");
    assertThat(problems(new ObjectMapper().readTree(wrong))).isNotEmpty();
  }

  @Test
  void saysOfEachResultWhereWhatAndWhy() throws IOException {
    JsonNode result =
        write(results(in("web/A b.java").of(Rules.CONCAT, 3).record())).at("/runs/0/results/0");
    assertThat(result.at("/ruleId").asText()).isEqualTo("RawSql.jdbcConcat");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo("`it` joins text into SQL; bind a parameter");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("web/A%20b.java");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":3,\"startColumn\":5,\"endLine\":3,\"endColumn\":12}");
    assertThat(result.at("/partialFingerprints").toString())
        .isEqualTo("{\"primaryLocationLineHash\":\"abc3:1\",\"zonegate/v1\":\"0000000000000003\"}");
    assertThat(result.at("/properties").toString())
        .isEqualTo(
            "{\"issue\":\"AI03\",\"zone\":\"all\",\"tier\":\"ai-assisted\",\"confidence\":\"high\",\"blocks\":true,"
                + "\"why\":\"ai-assisted: warnings and errors block\"}");
  }

  @Test
  void describesOnlyTheRulesThatFired() throws IOException {
    JsonNode log = write(results(in("A.java").of(Rules.LEGACY, 1).of(Rules.CONCAT, 2).record()));
    JsonNode rules = log.at("/runs/0/tool/driver/rules");
    assertThat(rules.findValuesAsText("id"))
        .containsExactly("RawSql.jdbcConcat", "TimeZone.legacyDateApi");
    assertThat(rules.at("/0/properties/security-severity").asText()).isEqualTo("8.8");
    assertThat(rules.at("/0/properties/tags").toString())
        .isEqualTo("[\"AI03\",\"RawSql\",\"security\",\"external/cwe/cwe-089\"]");
    assertThat(rules.at("/1/properties").has("security-severity")).isFalse();
    assertThat(rules.at("/1/properties/problem.severity").asText()).isEqualTo("recommendation");
    for (JsonNode result : log.at("/runs/0/results")) {
      String id = rules.at("/" + result.at("/ruleIndex").asInt() + "/id").asText();
      assertThat(result.at("/ruleId").asText()).isEqualTo(id);
    }
  }

  @Test
  void takesTheHelpFromTheRulesPage() throws IOException {
    JsonNode log = write(results(in("A.java").of(Rules.IMPLICIT_NOW, 1).record()));
    assertThat(log.at("/runs/0/tool/driver/rules/0/help/markdown").asText())
        .startsWith("# TimeZone.implicitNow")
        .contains("## Why it bites", "```java");
  }

  @Test
  void marksWhatIsSuppressed() throws IOException {
    FileRecord file =
        in("A.java").of(Rules.CONCAT, 3).allowing("RawSql", 3, "a constant", TODAY).record();
    JsonNode result = write(results(file)).at("/runs/0/results/0");
    assertThat(result.at("/suppressions/0/status").asText()).isEqualTo("accepted");
    assertThat(result.at("/suppressions/0/justification").asText())
        .isEqualTo("a constant (until 2026-11-21)");
    assertThat(result.at("/properties/blocks").asBoolean()).isFalse();
  }

  @Test
  void saysWhatWasNotSeen() throws IOException {
    FileRecord file = in("A.java").notifying(Notification.Kind.SYNTAX, "cannot read this").record();
    JsonNode notification =
        write(results(file)).at("/runs/0/invocations/0/toolExecutionNotifications/0");
    assertThat(notification.at("/descriptor/id").asText()).isEqualTo("syntax");
    assertThat(notification.at("/message/text").asText()).isEqualTo("cannot read this");
    assertThat(notification.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(7);
  }

  @Test
  void carriesFixesAndRelatedPlaces() throws IOException {
    JsonNode result = write(everything()).at("/runs/0/results/0");
    assertThat(result.at("/fixes/0/description/text").asText()).isEqualTo("Pass a clock");
    assertThat(result.at("/fixes/0/artifactChanges/0/replacements").toString())
        .isEqualTo(
            "[{\"deletedRegion\":{\"startLine\":4,\"startColumn\":2,\"endLine\":4,\"endColumn\":2},"
                + "\"insertedContent\":{\"text\":\"clock\"}},"
                + "{\"deletedRegion\":{\"startLine\":5,\"startColumn\":1,\"endLine\":5,\"endColumn\":9},"
                + "\"insertedContent\":{\"text\":\"\"}}]");
    assertThat(result.at("/relatedLocations/0/message/text").asText()).isEqualTo("set here");
    assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
  }

  @Test
  void addsTheImportsThatARepairNeeds() throws IOException {
    TextEdit line = TextEdit.insertBefore(new Span(2, 1, 2, 2), "import java.time.Clock;\n");
    JsonNode fixes = fixesWith(List.of(line));
    assertThat(fixes).hasSize(2);
    assertThat(fixes.at("/1/artifactChanges/0/replacements/0").toString())
        .isEqualTo(
            "{\"deletedRegion\":{\"startLine\":2,\"startColumn\":1,\"endLine\":2,\"endColumn\":1},"
                + "\"insertedContent\":{\"text\":\"import java.time.Clock;\\n\"}}");
    assertThat(fixes.at("/1/artifactChanges/0/replacements")).hasSize(3);
  }

  @Test
  void leavesOutARepairWhoseImportWouldClash() throws IOException {
    assertThat(fixesWith(List.of())).hasSize(1);
  }

  private JsonNode fixesWith(List<TextEdit> importEdits) throws IOException {
    Results results = everything();
    Finding finding = results.files().get(0).result().findings().get(0);
    Fix other = finding.fixes().get(0).importing(List.of("java.time.Clock"), importEdits);
    FileRecord file = results.files().get(0);
    List<Finding> findings = List.of(finding.with(other));
    FileResult found =
        new FileResult(file.path(), findings, List.of(), List.of(), List.of(), List.of());
    FileRecord changed =
        new FileRecord(file.path(), file.role(), "ff", "", Quality.NONE, new TreeMap<>(), found);
    JsonNode log = write(results(changed));
    assertThat(problems(log)).isEmpty();
    return log.at("/runs/0/results/0/fixes");
  }

  @Test
  void carriesTheWayFromTheSourceToTheSink() throws IOException {
    JsonNode log = write(everything());
    assertThat(problems(log)).isEmpty();
    JsonNode flow = log.at("/runs/0/results/0/codeFlows/0/threadFlows/0/locations");
    assertThat(flow.findValuesAsText("uri"))
        .containsExactly("c/C.java", "b/B.java", "src/main/java/%C3%BC/A%231.java");
    assertThat(flow.findValuesAsText("startLine")).containsExactly("7", "9", "4");
    assertThat(flow.at("/0/location/message/text").asText()).isEqualTo("the client sends it here");
    assertThat(log.at("/runs/0/results/0/relatedLocations")).hasSize(3);
    assertThat(log.at("/runs/0/results/1").has("codeFlows")).isFalse();
  }

  @Test
  void givesTheSameBytesForTheSameResults() throws IOException {
    byte[] first = Files.readAllBytes(file(everything()));
    assertThat(Files.readAllBytes(file(everything()))).isEqualTo(first);
    assertThat(new String(first, StandardCharsets.UTF_8)).doesNotContain(folder.toString());
  }

  @Test
  void writesOneRunWithAllFindingsInOrderOfPlace() throws IOException {
    JsonNode log =
        write(
            results(
                in("b/B.java").of(Rules.CONCAT, 1).record(),
                in("a/A.java").of(Rules.LEGACY, 9).of(Rules.CONCAT, 2).record()));
    assertThat(log.at("/runs")).hasSize(1);
    assertThat(log.at("/runs/0/results").findValuesAsText("uri"))
        .containsExactly("a/A.java", "a/A.java", "b/B.java");
    assertThat(log.at("/runs/0/automationDetails/id").asText()).isEqualTo("zonegate/shop/");
  }

  @Test
  void leavesOutWhatMattersLeastWhereACodeHostWouldRefuseIt() throws IOException {
    Findings notes = in("a/A.java");
    for (int i = 1; i <= SarifReport.MOST_RESULTS; i++) {
      notes.of(Rules.LEGACY, i);
    }
    assertThat(write(results(notes.record())).at("/runs/0/invocations/0").size()).isEqualTo(1);
    Findings two = in("b/B.java").of(Rules.CONCAT, 1).of(Rules.CONCAT, 2);
    JsonNode run = write(results(notes.record(), two.record())).at("/runs/0");
    assertThat(run.at("/results")).hasSize(SarifReport.MOST_RESULTS);
    assertThat(run.at("/results").findValuesAsText("uri"))
        .endsWith("a/A.java", "b/B.java", "b/B.java");
    JsonNode said = run.at("/invocations/0/toolExecutionNotifications");
    assertThat(said).hasSize(1);
    assertThat(said.at("/0/message/text").asText())
        .isEqualTo(
            "2 more findings are left out, the least important ones; -Dzonegate.formats=json lists all");
    assertThat(run.at("/tool/driver/notifications/0/id").asText())
        .isEqualTo(said.at("/0/descriptor/id").asText());
  }

  private static Results everything() {
    Span at = new Span(4, 2, 4, 9);
    Finding finding =
        new Finding(
            "AI11",
            "TimeZone",
            "implicitNow",
            "src/main/java/ü/A#1.java",
            at,
            at,
            "`now()` reads \"the\" zone",
            "0123456789abcdef",
            Severity.WARNING,
            Confidence.LOW,
            true,
            List.of(
                new Related("b/B.java", at, "set here"),
                new Related("c/C.java", new Span(7, 3, 7, 8), "the client sends it here").onPath(),
                new Related("b/B.java", new Span(9, 5, 9, 6), "it passes `name`").onPath()),
            List.of(
                Fix.of(
                    "Pass a clock",
                    TextEdit.insertBefore(at, "clock"),
                    TextEdit.replace(new Span(5, 1, 5, 9), ""))));
    List<Notification> notifications =
        List.of(
            new Notification(finding.path(), Span.NONE, Notification.Kind.ENCODING, "odd bytes"),
            new Notification(finding.path(), at, Notification.Kind.SYNTAX, "cannot read"),
            new Notification(finding.path(), at, Notification.Kind.RULE, "failed"));
    FileRecord odd =
        new FileRecord(
            finding.path(),
            Role.MAIN,
            "ff",
            "",
            Quality.NONE,
            new TreeMap<>(),
            new FileResult(
                finding.path(), List.of(finding), List.of(), List.of(), List.of(), notifications));
    return results(
        odd,
        in("t/A.java")
            .of(Rules.CONCAT, 3)
            .of(Rules.LEGACY, 8)
            .allowing("RawSql", 3, "a constant", null)
            .allowing("TimeZone", 20, "nothing", null)
            .record());
  }

  private JsonNode write(Results results) throws IOException {
    return new ObjectMapper().readTree(Files.readString(file(results)));
  }

  private Path file(Results results) throws IOException {
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", results, TODAY);
    ReportInput input = new ReportInput("shop", verdict, results, RULES, "0.1.0");
    Format.write(Set.of(Format.SARIF), input, folder.resolve("out"));
    return folder.resolve("out/zonegate.sarif");
  }

  /** What the schema of OASIS says against it. */
  private static List<String> problems(JsonNode log) throws IOException {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/sarif/sarif-schema-2.1.0.json")) {
      JsonNode schema = new ObjectMapper().readTree(in);
      Validator.Result result =
          new ValidatorFactory()
              .withJsonNodeFactory(new JacksonNode.Factory())
              .validate((Object) schema, log);
      return result.getErrors().stream()
          .map(each -> each.getInstanceLocation() + ": " + each.getError())
          .toList();
    }
  }
}
