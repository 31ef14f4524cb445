package dev.zonegate.provenance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.files.JsonFault;
import dev.zonegate.files.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Approvals that a CI job wrote into a file, because the code host keeps them out of git:
 *
 * <pre>{"version": 1, "approvals": [
 *   {"commit": "40 hex digits", "reviewer": "Ann &lt;ann@acme.example&gt;", "teams": ["@seniors"]}]}
 * </pre>
 */
final class Attestation {
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final int MOST = 10_000;
  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("commit", "reviewer", "teams", "source"));
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
              .build());

  private Attestation() {}

  /** Reads a file; no approvals if it is not there. */
  static List<Approval> read(Path file) throws ProvenanceException {
    String name = String.valueOf(file.getFileName());
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Optional<byte[]> bytes = SmallFile.read(file, LARGEST);
      if (bytes.isEmpty()) {
        throw wrong(name, "is no file, or larger than " + LARGEST / 1024 / 1024 + " MiB");
      }
      return approvals(JSON.readTree(bytes.get()), name);
    } catch (JsonProcessingException e) {
      String place = name + ":" + Math.max(1, JsonFault.line(e));
      throw wrong(place, "is not JSON: " + JsonFault.what(e));
    } catch (IOException e) {
      throw wrong(name, "cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static List<Approval> approvals(JsonNode root, String name) throws ProvenanceException {
    if (root.path("version").asInt() != 1 || !root.path("approvals").isArray()) {
      throw wrong(name, "has no `\"version\": 1` and `\"approvals\": [...]`");
    }
    if (root.path("approvals").size() > MOST) {
      throw wrong(name, "has more than " + MOST + " approvals");
    }
    List<Approval> approvals = new ArrayList<>();
    for (JsonNode each : root.path("approvals")) {
      String place = name + " approvals[" + approvals.size() + "]";
      check(each, place);
      Set<String> teams = new HashSet<>();
      each.path("teams").forEach(team -> teams.add(team.asText()));
      String commit = each.path("commit").asText();
      String text = each.path("reviewer").asText() + " " + each.path("source").asText();
      approvals.add(
          new Approval(
              Person.of(each.path("reviewer").asText()),
              teams,
              new Evidence(Evidence.Source.NONE, name, commit, text)));
    }
    return approvals;
  }

  private static void check(JsonNode approval, String place) throws ProvenanceException {
    for (Iterator<String> names = approval.fieldNames(); names.hasNext(); ) {
      if (!KEYS.contains(names.next())) {
        throw wrong(place, "has a key other than `" + String.join("`, `", KEYS) + "`");
      }
    }
    if (!approval.path("commit").asText().matches("[0-9a-f]{40}")) {
      throw wrong(place, "has no `commit` of 40 hex digits");
    }
    if (approval.path("reviewer").asText().isBlank()) {
      throw wrong(place, "has no `reviewer`");
    }
  }

  private static ProvenanceException wrong(String place, String what) {
    return new ProvenanceException(place + " " + what + "; correct it (docs/provenance.md)");
  }
}
