package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.TODAY;
import static dev.zonegate.gate.Findings.in;
import static dev.zonegate.provenance.GitSandbox.CLAUDE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zonegate.provenance.GitSandbox;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.Reviews;
import dev.zonegate.provenance.SourceMarkers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTrailTest {
  @TempDir Path folder;

  @Test
  void writesADecisionForEachFileAlwaysInTheSameBytes() throws Exception {
    try (GitSandbox git = GitSandbox.in(folder)) {
      git.write(
          "zonegate.yml",
          """
          version: 1
          zones:
            - { name: ledger, tier: human-only, paths: [ledger] }
            - { name: rest, tier: ai-assisted, spot-check: 100%, reviewers: [bob@acme.example] }
          """);
      git.lines("ledger/A.java", "a").lines("b/B.java", "b").commit("Start");
      git.branch("work").lines("ledger/A.java", "a", "x").commit("One" + CLAUDE);
      git.lines("b/B.java", "b", "y")
          .commit("Two" + CLAUDE + "Reviewed-by: Bob <bob@acme.example>\n");
      String first = write("one");
      assertThat(write("two")).isEqualTo(first).doesNotContain(folder.toString());

      List<JsonNode> entries = first.lines().map(AuditTrailTest::json).toList();
      assertThat(entries)
          .extracting(each -> each.path("file").asText())
          .containsExactly("b/B.java", "ledger/A.java");
      JsonNode reviewed = entries.get(0);
      assertThat(reviewed.path("verdict").asText()).isEqualTo("pass");
      assertThat(reviewed.path("tier").asText()).isEqualTo("ai-assisted");
      assertThat(reviewed.at("/provenance/0/authorship").asText()).isEqualTo("ai");
      assertThat(reviewed.at("/provenance/0/source").asText()).isEqualTo("trailer");
      assertThat(reviewed.at("/provenance/0/lines").asText()).isEqualTo("2");
      assertThat(reviewed.at("/reviews/0/reviewer").asText()).isEqualTo("Bob <bob@acme.example>");
      assertThat(reviewed.at("/spotChecks/0").asText()).isEqualTo(git.head());
      assertThat(reviewed.path("policy").asText()).hasSize(64);
      JsonNode blocked = entries.get(1);
      assertThat(blocked.path("verdict").asText()).isEqualTo("block");
      assertThat(blocked.at("/because/0").asText()).startsWith("1 line is machine-written");
      assertThat(blocked.at("/findings/0/pattern").asText()).isEqualTo("RawSql.jdbcConcat");
      assertThat(blocked.at("/suppressions/0/reason").asText()).isEqualTo("for a while");
      assertThat(blocked.at("/suppressions/0/until").asText()).isEqualTo("2026-11-21");
      assertThat(blocked.at("/suppressions/0/accepted").asBoolean()).isTrue();
    }
  }

  private String write(String name) throws Exception {
    Policy policy = PolicyFile.load(folder.resolve("zonegate.yml"), Rules.NAMES);
    Results results =
        Findings.results(
            in("ledger/A.java")
                .of(Rules.CONCAT, 1)
                .allowing("RawSql", 1, "for a while", TODAY)
                .record(),
            in("b/B.java").record());
    try (Provenance provenance =
        Provenance.open(folder, "main", new SourceMarkers(List.of()), Provenance.Memory.none())
            .orElseThrow()) {
      Reviews reviews = Reviews.of(provenance, folder.resolve("none"));
      AuthorVerdict authors = AuthorJudge.judge(policy, "", results, provenance, reviews);
      Verdict verdict = authors.with(Findings.judged(policy, "", results, TODAY));
      Path file = folder.resolve("target").resolve(name);
      AuditTrail.write(verdict, authors, "", results, "1.0", file);
      return Files.readString(file);
    }
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
