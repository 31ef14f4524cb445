package dev.zonegate.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.files.JsonFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a coding agent hands to a hook: JSON that names the file it has just written. */
public final class HookInput {
  /** A hook is handed the whole text of the file too. */
  private static final int LONGEST = 32 << 20;

  private static final List<String> PLACES =
      List.of(
          "/tool_input/file_path",
          "/tool_input/absolute_path",
          "/tool_input/path",
          "/toolInput/file_path",
          "/file_path",
          "/path");

  private static final ObjectMapper JSON = new ObjectMapper();

  private HookInput() {}

  /**
   * The file that was written; empty if none is named.
   *
   * @throws IOException if it is no JSON or too long; the message says so
   */
  public static Optional<String> file(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("the input of the hook is longer than " + (LONGEST >> 20) + " MiB");
    }
    String text = new String(bytes, StandardCharsets.UTF_8).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonNode input;
    try {
      input = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException(
          "the input of the hook is no JSON: "
              + JsonFault.what(e)
              + ", in line "
              + JsonFault.line(e)
              + "; pass what the agent hands over, or -Dzonegate.file=FILE");
    }
    return PLACES.stream()
        .map(input::at)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(each -> !each.isBlank())
        .findFirst();
  }
}
