package dev.zonegate.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.files.JsonFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a note in the format of git-ai ({@code authorship/3.0.0}) says about the lines of a commit:
 * files with ranges of lines, then {@code ---}, then who is behind each key.
 */
final class GitAiNote {
  static final int LARGEST = 4 * 1024 * 1024;
  private static final int MOST_ENTRIES = 100_000;
  private static final int MOST_RANGES = 100_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
              .build());

  private final String ref;
  private final String commit;
  private final Map<String, LineMap<Claim>> files = new HashMap<>();
  private final JsonNode who;

  private GitAiNote(String ref, String commit, JsonNode who) {
    this.ref = ref;
    this.commit = commit;
    this.who = who;
  }

  /**
   * Reads a note.
   *
   * @param ref where it is kept
   * @param commit which it is about
   */
  static GitAiNote parse(String text, String ref, String commit) throws MalformedRecordException {
    if (text.length() > LARGEST) {
      throw new MalformedRecordException("is larger than " + LARGEST / 1024 / 1024 + " MiB");
    }
    int divider = divider(text);
    JsonNode who = json(text.substring(divider + 3));
    String version = who.path("schema_version").asText();
    if (!version.startsWith("authorship/3.")) {
      throw new MalformedRecordException("has a `schema_version` that is not authorship/3");
    }
    GitAiNote note = new GitAiNote(ref, commit, who);
    note.readEntries(text.substring(0, divider));
    return note;
  }

  private static int divider(String text) throws MalformedRecordException {
    for (int at = 0; at >= 0 && at < text.length(); ) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      if (line.stripTrailing().equals("---")) {
        return at;
      }
      at = end < 0 ? -1 : end + 1;
    }
    throw new MalformedRecordException("has no line `---`");
  }

  private static JsonNode json(String text) throws MalformedRecordException {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.isObject()) {
        throw new MalformedRecordException("has no JSON object after `---`");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException(
          "is not JSON after `---`: "
              + JsonFault.what(e)
              + ", in line "
              + JsonFault.line(e)
              + " from that one on");
    }
  }

  private void readEntries(String text) throws MalformedRecordException {
    LineMap<Claim> file = null;
    int count = 0;
    for (String raw : text.split("\n", -1)) {
      String line = raw.stripTrailing();
      if (line.isEmpty()) {
        continue;
      }
      if (!line.startsWith("  ")) {
        file = files.computeIfAbsent(unquoted(line), key -> new LineMap<>());
      } else if (file == null) {
        throw new MalformedRecordException("has an entry before any path");
      } else {
        addEntry(file, line.substring(2));
      }
      if (++count > MOST_ENTRIES) {
        throw new MalformedRecordException("has more than " + MOST_ENTRIES + " lines");
      }
    }
  }

  private void addEntry(LineMap<Claim> file, String text) throws MalformedRecordException {
    int space = text.indexOf(' ');
    if (space <= 0) {
      throw new MalformedRecordException("has an entry without lines");
    }
    List<LineRange> lines = LineRange.list(text.substring(space + 1), MOST_RANGES);
    Optional<Claim> claim = claim(text.substring(0, space));
    claim.ifPresent(known -> lines.forEach(each -> file.set(each, known)));
  }

  private static String unquoted(String line) {
    boolean isQuoted = line.length() > 1 && line.startsWith("\"") && line.endsWith("\"");
    return isQuoted ? line.substring(1, line.length() - 1) : line;
  }

  /** Who wrote a line of a file as it was in the commit; the last entry that knows wins. */
  Optional<Claim> at(String path, int line) {
    return Optional.ofNullable(files.get(path)).map(each -> each.at(line));
  }

  /** Empty for a key of a session or a person that the note does not resolve. */
  private Optional<Claim> claim(String key) {
    int inner = key.indexOf("::");
    String outer = inner < 0 ? key : key.substring(0, inner);
    if (key.startsWith("h_")) {
      JsonNode human = who.path("humans").path(key);
      return human.isMissingNode()
          ? Optional.empty()
          : Optional.of(claim(Authorship.HUMAN, key, human.path("author").asText()));
    }
    if (key.startsWith("s_")) {
      JsonNode session = who.path("sessions").path(outer);
      return session.isMissingNode()
          ? Optional.empty()
          : Optional.of(claim(Authorship.AI, key, agent(session)));
    }
    // a bare key may be told in another note, and is always a prompt
    return Optional.of(claim(Authorship.AI, key, agent(who.path("prompts").path(key))));
  }

  private static String agent(JsonNode holder) {
    JsonNode agent = holder.path("agent_id");
    return (agent.path("tool").asText() + " " + agent.path("model").asText()).strip();
  }

  private Claim claim(Authorship authorship, String key, String name) {
    String text = name.isEmpty() ? key : key + " " + name;
    return new Claim(authorship, new Evidence(Evidence.Source.GIT_AI_NOTE, ref, commit, text));
  }
}
