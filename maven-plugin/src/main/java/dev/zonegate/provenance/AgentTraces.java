package dev.zonegate.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.files.SmallFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Records in the format Agent Trace 0.1, a JSON object a line. A record speaks of a revision that
 * holds the lines, or of the one that was there when they were written: its parent.
 */
final class AgentTraces {
  static final String FILE = ".agent-trace/traces.jsonl";
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int MOST_PROBLEMS = 20;
  private static final int MOST_RANGES = 1_000_000;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
              .build());

  private final Map<String, LineMap<Piece>> byPlace = new HashMap<>();
  private final Set<String> revisions = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private int ranges;
  private int leftOut;

  private record Piece(Authorship authorship, int recordLine, String text) {}

  /** The traces that a checkout holds; none if it has no such file. */
  static AgentTraces read(Path root) throws IOException {
    AgentTraces traces = new AgentTraces();
    Path file = root.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return traces;
    }
    Optional<byte[]> bytes = SmallFile.read(file, LARGEST);
    if (bytes.isEmpty()) {
      traces.problems.add(FILE + " is larger than " + LARGEST / 1024 / 1024 + " MiB; split it");
      return traces;
    }
    // whatever is no UTF-8 becomes a line that is no JSON
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(bytes.get()), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          traces.add(line, number);
        }
      }
    }
    return traces;
  }

  boolean isEmpty() {
    return byPlace.isEmpty();
  }

  /** Whether a record speaks of a commit or of its parents. */
  boolean tell(RevCommit commit) {
    return revisions.contains(commit.name())
        || Arrays.stream(commit.getParents()).anyMatch(each -> revisions.contains(each.name()));
  }

  /** What could not be read, a line each. */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    if (leftOut > MOST_PROBLEMS) {
      all.add(FILE + " has " + (leftOut - MOST_PROBLEMS) + " more lines that are left out");
    }
    return all;
  }

  private void add(String line, int number) {
    try {
      addRecord(JSON.readTree(line), number);
    } catch (JsonProcessingException e) {
      leaveOut(number, "is not JSON");
    } catch (MalformedRecordException e) {
      leaveOut(number, e.getMessage());
    }
  }

  /** Tells of the first ones; a file may hold millions. */
  private void leaveOut(int number, String why) {
    leftOut++;
    if (leftOut <= MOST_PROBLEMS) {
      problems.add(FILE + ":" + number + " " + why + " and is left out");
    }
  }

  private void addRecord(JsonNode entry, int number) throws MalformedRecordException {
    if (!entry.path("version").asText().matches("[01]\\.\\d{1,3}(\\.\\d{1,3})?")) {
      throw new MalformedRecordException("has no known `version`");
    }
    String id = entry.path("id").asText();
    if (!id.isEmpty() && !ids.add(id)) {
      return;
    }
    String revision = entry.path("vcs").path("revision").asText();
    revisions.add(revision);
    for (JsonNode file : entry.path("files")) {
      for (JsonNode conversation : file.path("conversations")) {
        for (JsonNode range : conversation.path("ranges")) {
          addRange(revision + " " + file.path("path").asText(), entry, conversation, range, number);
        }
      }
    }
  }

  private void addRange(
      String place, JsonNode entry, JsonNode conversation, JsonNode range, int number)
      throws MalformedRecordException {
    int first = range.path("start_line").asInt();
    int last = range.path("end_line").asInt();
    if (first < 1 || last < first) {
      throw new MalformedRecordException("has a range that is none");
    }
    if (first == 1 && last == 1 && !range.hasNonNull("content_hash")) {
      return; // what hooks write that do not know the place
    }
    if (++ranges > MOST_RANGES) {
      throw new MalformedRecordException("is past " + MOST_RANGES + " ranges");
    }
    JsonNode contributor =
        range.has("contributor") ? range.path("contributor") : conversation.path("contributor");
    String text =
        (entry.path("tool").path("name").asText() + " " + contributor.path("model_id").asText())
            .strip();
    Authorship authorship =
        Authorship.named(contributor.path("type").asText("unknown")).orElse(Authorship.UNKNOWN);
    if (authorship != Authorship.UNKNOWN) {
      byPlace
          .computeIfAbsent(place, key -> new LineMap<>())
          .set(new LineRange(first, last), new Piece(authorship, number, text));
    }
  }

  /**
   * Who wrote a line of a commit; the last record wins.
   *
   * @param revisions the commit and its parents
   */
  Optional<Claim> at(String commit, Collection<String> revisions, String path, int line) {
    for (String revision : revisions) {
      LineMap<Piece> pieces = byPlace.get(revision + " " + path);
      Piece piece = pieces == null ? null : pieces.at(line);
      if (piece != null) {
        String where = FILE + ":" + piece.recordLine();
        return Optional.of(
            new Claim(
                piece.authorship(),
                new Evidence(Evidence.Source.AGENT_TRACE, where, commit, piece.text())));
      }
    }
    return Optional.empty();
  }
}
