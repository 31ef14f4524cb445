package dev.zonegate.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.gate.SingleFile;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.rule.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class McpServerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LEDGER = "src/main/java/acme/ledger/Invoice.java";
  private static final String CODE =
      """
      package acme.ledger;

      import java.time.LocalDate;

      final class Invoice {
        LocalDate due() {
          return LocalDate.now().plusDays(30);
        }
      }
      """;

  @TempDir Path folder;
  private Path root;

  @BeforeEach
  void project() throws IOException {
    root = Files.createDirectory(folder.resolve("shop")).toRealPath();
    Files.writeString(
        root.resolve("zonegate.yml"),
        "{version: 1, zones: [{name: ledger, tier: human-only, packages: [acme.ledger]}, {name: edge, tier: ai-friendly}]}");
  }

  @Test
  void introducesItselfAndItsTools() throws IOException {
    List<JsonNode> answers =
        talk(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-03-26\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"two\",\"method\":\"tools/list\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}");
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).at("/result/protocolVersion").asText()).isEqualTo("2025-03-26");
    assertThat(answers.get(0).at("/result/serverInfo/name").asText()).isEqualTo("zonegate");
    assertThat(answers.get(1).at("/id").asText()).isEqualTo("two");
    assertThat(answers.get(1).at("/result/tools").findValuesAsText("name"))
        .containsExactly("scan_file", "zone_of", "explain_rule");
    assertThat(answers.get(1).at("/result/tools/0/inputSchema/required").toString())
        .isEqualTo("[\"path\"]");
    assertThat(answers.get(2).at("/result").toString()).isEqualTo("{}");
  }

  @Test
  void offersItsNewestVersionToAnUnknownOne() throws IOException {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2099-01-01\"}}";
    assertThat(talk(request).get(0).at("/result/protocolVersion").asText()).isEqualTo("2025-06-18");
  }

  @Test
  void judgesAFileByItsZone() throws IOException {
    Path file = root.resolve(LEDGER);
    Files.createDirectories(file.getParent());
    Files.writeString(file, CODE);
    assertThat(call("scan_file", "path", LEDGER))
        .startsWith(LEDGER + ":7:22 AI11/implicitNow [ledger warning] `LocalDate.now()` reads")
        .contains("Blocked in zone `ledger`: 1 TimeZone.implicitNow (human-only: every finding");
  }

  @Test
  void judgesATextBeforeItIsSaved() throws IOException {
    assertThat(call("scan_file", "path", LEDGER, "content", CODE))
        .startsWith(LEDGER + ":7:22 AI11/implicitNow [ledger warning]");
    assertThat(call("scan_file", "path", LEDGER, "content", CODE.replace("now()", "EPOCH")))
        .isEqualTo("Passed: 1 file, nothing blocks");
    assertThat(root.resolve(LEDGER)).doesNotExist();
  }

  @Test
  void saysHowStrictlyAFileIsJudged() throws IOException {
    assertThat(call("zone_of", "path", LEDGER))
        .isEqualTo(
            LEDGER
                + " is in zone `ledger` (human-only): every finding blocks. A suppression needs a reason and an end date.");
    assertThat(call("zone_of", "path", "web/Page.java")).contains("`edge` (ai-friendly)");
    assertThat(call("zone_of", "path", "X.java", "package", "acme.ledger")).contains("`ledger`");
  }

  @Test
  void explainsRulesAndPatterns() throws IOException {
    assertThat(call("explain_rule", "rule", "AI11"))
        .startsWith("# TimeZone")
        .contains("## badPattern");
    assertThat(call("explain_rule", "rule", "TimeZone.badPattern"))
        .startsWith("# AI11 TimeZone.badPattern")
        .contains("YYYY")
        .doesNotContain("implicitNow");
    assertThat(call("explain_rule", "rule", "TimeZon"))
        .isEqualTo("error: `TimeZon` is no rule or pattern; did you mean `TimeZone`?");
  }

  @Test
  void readsNothingOutsideTheProject() throws IOException {
    Path secret = Files.writeString(folder.resolve("Secret.java"), CODE);
    String refused = "error: the path leaves the project; pass one relative to it";
    assertThat(call("scan_file", "path", "../Secret.java")).isEqualTo(refused);
    assertThat(call("scan_file", "path", secret.toRealPath().toString())).isEqualTo(refused);
    assertThat(call("scan_file", "path", "../X.java", "content", CODE)).isEqualTo(refused);
    Files.createSymbolicLink(root.resolve("Link.java"), secret);
    assertThat(call("scan_file", "path", "Link.java")).isEqualTo(refused);
    assertThat(call("scan_file", "path", "No.java"))
        .contains("No.java is not there; pass its text");
    assertThat(call("zone_of", "path", "a\u0000b")).startsWith("error: `a\u0000b` is no path");
  }

  @Test
  void saysWhatIsWrongWithAPolicy() throws IOException {
    Files.writeString(root.resolve("zonegate.yml"), "version: 7");
    assertThat(call("zone_of", "path", LEDGER))
        .startsWith("error: the policy cannot be followed:")
        .contains("zonegate.yml:1:");
  }

  @Test
  void goesOnAfterNonsense() throws IOException {
    List<JsonNode> answers =
        talk(
            "{nonsense",
            "7",
            "",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"resources/list\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":5,\"method\":\"tools/call\",\"params\":{\"name\":\"rm\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":6,\"method\":\"tools/call\",\"params\":{\"name\":\"scan_file\",\"arguments\":{\"path\":7}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{}}",
            "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}");
    assertThat(answers.stream().map(each -> each.at("/error/code").asInt()))
        .containsExactly(-32700, -32600, -32601, -32602, -32602, 0);
    assertThat(answers.get(0).get("id").isNull()).isTrue();
    assertThat(answers.get(5).at("/id").asInt()).isEqualTo(8);
  }

  @Test
  void refusesToReadForever() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '[';
          }
        };
    assertThatThrownBy(() -> server().serve(endless, OutputStream.nullOutputStream()))
        .hasMessageContaining("longer than 8 MiB");
  }

  /** The text that a tool answers. */
  private String call(String tool, String... arguments) throws IOException {
    ObjectNode request = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1);
    ObjectNode params = request.put("method", "tools/call").putObject("params").put("name", tool);
    ObjectNode named = params.putObject("arguments");
    for (int i = 0; i < arguments.length; i += 2) {
      named.put(arguments[i], arguments[i + 1]);
    }
    JsonNode result = talk(request.toString()).get(0).at("/result");
    String text = result.at("/content/0/text").asText();
    return result.at("/isError").asBoolean() ? "error: " + text : text;
  }

  private List<JsonNode> talk(String... requests) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] in = (String.join("\n", requests) + "\n").getBytes(StandardCharsets.UTF_8);
    server().serve(new ByteArrayInputStream(in), out);
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      answers.add(JSON.readTree(line));
    }
    return answers;
  }

  private McpServer server() {
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    SingleFile.Reading reading =
        new SingleFile.Reading(
            new Filter(List.of(), List.of(), false), StandardCharsets.UTF_8, Settings.DEFAULT);
    LocalDate today = LocalDate.of(2026, 11, 21);
    return new McpServer(new ProjectTools(root, names, reading, () -> today).tools(), "0.1.0");
  }
}
