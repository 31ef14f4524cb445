package dev.zonegate.report;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.zonegate.gate.PolicyException;
import dev.zonegate.gate.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonReportTest {
  @Test
  void isValidWithEverythingInIt() throws IOException, PolicyException {
    assertThat(problems(json(Reported.everything()))).isEmpty();
  }

  @Test
  void isValidWithNothingInIt() throws IOException, PolicyException {
    JsonNode report = json(Reported.of());
    assertThat(problems(report)).isEmpty();
    assertThat(report.at("/verdict").asText()).isEqualTo("pass");
    assertThat(report.at("/findings").isArray()).isTrue();
  }

  @Test
  void theSchemaRefusesWhatIsWrong() throws IOException, PolicyException {
    ObjectNode report = (ObjectNode) json(Reported.everything());
    assertThat(problems(report.deepCopy().put("verdict", "perhaps"))).isNotEmpty();
    ObjectNode finding = (ObjectNode) report.at("/findings/0");
    finding.remove("zone");
    assertThat(problems(report)).isNotEmpty();
  }

  @Test
  void saysEverythingOfAFinding() throws IOException, PolicyException {
    JsonNode finding =
        json(Reported.of(in("ledger/A.java").of(Rules.CONCAT, 3).record())).at("/findings/0");
    assertThat(finding.toString())
        .isEqualTo(
            "{\"id\":\"AI03\",\"rule\":\"RawSql\",\"pattern\":\"jdbcConcat\",\"path\":\"ledger/A.java\","
                + "\"region\":{\"line\":3,\"column\":5,\"endLine\":3,\"endColumn\":12},"
                + "\"message\":\"`it` joins text into SQL; bind a parameter\",\"severity\":\"error\","
                + "\"confidence\":\"high\",\"preview\":false,\"zone\":\"ledger\",\"blocks\":true,"
                + "\"why\":\"human-only: every finding blocks\",\"fingerprint\":\"0000000000000003\"}");
  }

  @Test
  void keepsSuppressedOnesWithTheirReason() throws IOException, PolicyException {
    JsonNode report = json(Reported.everything());
    List<JsonNode> suppressions = report.at("/findings").findValues("suppression");
    assertThat(suppressions.stream().map(JsonNode::toString))
        .containsExactly(
            "{\"accepted\":false,\"reason\":\"a constant\"}",
            "{\"accepted\":true,\"reason\":\"a constant\",\"until\":\"2026-11-21\"}");
    assertThat(report.at("/zones/1/suppressed").asInt()).isEqualTo(1);
  }

  private static JsonNode json(ReportInput input) throws IOException {
    StringWriter out = new StringWriter();
    JsonReport.write(input, out);
    return new ObjectMapper().readTree(out.toString());
  }

  static List<String> problems(JsonNode report) throws IOException {
    try (InputStream in = JsonReport.class.getResourceAsStream("/zonegate/report.schema.json")) {
      JsonNode schema = new ObjectMapper().readTree(in);
      Validator.Result result =
          new ValidatorFactory()
              .withJsonNodeFactory(new JacksonNode.Factory())
              .validate((Object) schema, report);
      return result.getErrors().stream()
          .map(each -> each.getInstanceLocation() + ": " + each.getError())
          .toList();
    }
  }
}
