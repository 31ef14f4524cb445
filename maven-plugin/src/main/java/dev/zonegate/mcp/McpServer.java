package dev.zonegate.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers requests of the Model Context Protocol: JSON-RPC, a line each, one after the other. */
public final class McpServer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Newest first. */
  private static final List<String> VERSIONS = List.of("2025-06-18", "2025-03-26", "2024-11-05");

  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int UNKNOWN_METHOD = -32601;
  private static final int INVALID_PARAMS = -32602;

  private final List<Tool> tools;
  private final String version;

  /**
   * A server of some tools.
   *
   * @param version of Zonegate
   */
  public McpServer(List<Tool> tools, String version) {
    this.tools = List.copyOf(tools);
    this.version = version;
  }

  /** Answers until the requests end. */
  public void serve(InputStream in, OutputStream out) throws IOException {
    RequestLines lines = new RequestLines(in);
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      Optional<ObjectNode> answer = line.get().isBlank() ? Optional.empty() : answer(line.get());
      if (answer.isPresent()) {
        out.write(JSON.writeValueAsString(answer.get()).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        out.flush();
      }
    }
  }

  /** Where a line breaks off; what stands there may be part of a file, and is not repeated. */
  private static String column(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
  }

  /** The answer to a line; none to a notification. */
  private Optional<ObjectNode> answer(String line) {
    JsonNode request;
    try {
      request = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.of(error(null, PARSE_ERROR, "not JSON" + column(e)));
    }
    if (!request.path("method").isTextual()) {
      boolean isAnswer = request.has("result") || request.has("error");
      return isAnswer
          ? Optional.empty()
          : Optional.of(error(request.get("id"), INVALID_REQUEST, "a request needs a method"));
    }
    if (!request.hasNonNull("id")) {
      return Optional.empty();
    }
    return Optional.of(answer(request, request.path("method").asText()));
  }

  private ObjectNode answer(JsonNode request, String method) {
    JsonNode id = request.get("id");
    JsonNode params = request.path("params");
    return switch (method) {
      case "initialize" -> result(id, welcome(params.path("protocolVersion").asText()));
      case "ping" -> result(id, JSON.createObjectNode());
      case "tools/list" -> result(id, list());
      case "tools/call" -> call(id, params);
      default -> error(id, UNKNOWN_METHOD, "no method `" + method + "`");
    };
  }

  private ObjectNode welcome(String wanted) {
    ObjectNode welcome = JSON.createObjectNode();
    welcome.put("protocolVersion", VERSIONS.contains(wanted) ? wanted : VERSIONS.get(0));
    welcome.putObject("capabilities").putObject("tools").put("listChanged", false);
    welcome.putObject("serverInfo").put("name", "zonegate").put("version", version);
    welcome.put(
        "instructions",
        "Before you write Java, ask `zone_of` how strictly the file is judged. Before you save it, ask"
            + " `scan_file` with its text. Repair what blocks; add no suppression yourself.");
    return welcome;
  }

  private ObjectNode list() {
    ObjectNode list = JSON.createObjectNode();
    var array = list.putArray("tools");
    for (Tool tool : tools) {
      ObjectNode node = array.addObject();
      node.put("name", tool.name()).put("description", tool.description());
      ObjectNode schema = node.putObject("inputSchema").put("type", "object");
      ObjectNode properties = schema.putObject("properties");
      var required = schema.putArray("required");
      for (Tool.Argument each : tool.arguments()) {
        properties
            .putObject(each.name())
            .put("type", "string")
            .put("description", each.description());
        if (each.isRequired()) {
          required.add(each.name());
        }
      }
      schema.put("additionalProperties", false);
      node.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
    }
    return list;
  }

  private ObjectNode call(JsonNode id, JsonNode params) {
    String name = params.path("name").asText();
    Optional<Tool> tool = tools.stream().filter(each -> each.name().equals(name)).findFirst();
    if (tool.isEmpty()) {
      return error(id, INVALID_PARAMS, "no tool `" + name + "`");
    }
    Map<String, String> arguments = new HashMap<>();
    for (Tool.Argument each : tool.get().arguments()) {
      JsonNode value = params.path("arguments").path(each.name());
      if (value.isTextual()) {
        arguments.put(each.name(), value.asText());
      } else if (each.isRequired() || !value.isMissingNode() && !value.isNull()) {
        return error(id, INVALID_PARAMS, name + " needs `" + each.name() + "` as a string");
      }
    }
    try {
      return result(id, said(tool.get().answer().to(arguments), false));
    } catch (ToolException e) {
      return result(id, said(e.getMessage(), true));
    }
  }

  private static ObjectNode said(String text, boolean isError) {
    ObjectNode said = JSON.createObjectNode();
    said.putArray("content").addObject().put("type", "text").put("text", text);
    return said.put("isError", isError);
  }

  private static ObjectNode result(JsonNode id, ObjectNode result) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id);
    answer.set("result", result);
    return answer;
  }

  private static ObjectNode error(JsonNode id, int code, String message) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id == null ? JSON.nullNode() : id);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }
}
