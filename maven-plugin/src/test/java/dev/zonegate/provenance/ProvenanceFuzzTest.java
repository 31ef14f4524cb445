package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.fuzz.Broken;
import dev.zonegate.fuzz.Leaky;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What lies in a repository may be anybody's. */
final class ProvenanceFuzzTest {
  private static final String TRACE =
      """
      {"version":"0.1.0","id":"1","vcs":{"type":"git","revision":"ab"},"tool":{"name":"cursor"},\
      "files":[{"path":"a/B.java","conversations":[{"contributor":{"type":"ai","model_id":"m"},\
      "ranges":[{"start_line":2,"end_line":9}]}]}]}
      """;

  @TempDir Path folder;

  @Provide
  Arbitrary<String> messages() {
    return Broken.of(
        "Fix it\n\nA body: with words\n\nReviewed-by: Ann <ann@acme.example>\n more\nCo-authored-by: x\n",
        "Squash\n\n* one\n\nSigned-off-by: a\n```\nReviewed-by: no\n```\n");
  }

  @Property(seed = "20261122")
  void trailersAreFoundInAnything(@ForAll("messages") String message) {
    Broken.ends(
        () ->
            assertThat(Trailers.of(message, Set.of("reviewed-by", "co-authored-by")))
                .allMatch(each -> each.value().length() <= 1000));
  }

  @Provide
  Arbitrary<String> notes() {
    return Broken.of(GitAiNoteTest.NOTE, "---\n{\"schema_version\":\"authorship/3.0.0\"}");
  }

  @Property(seed = "20261122")
  void aBrokenNoteIsReadOrRefused(@ForAll("notes") String text) {
    Broken.ends(
        () -> {
          try {
            GitAiNote.parse(text, "refs/notes/ai", "ab").at("src/A.java", 9);
          } catch (MalformedRecordException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(500);
          }
        });
  }

  @Provide
  Arbitrary<String> traces() {
    return Broken.of(TRACE, TRACE + TRACE);
  }

  @Property(seed = "20261122")
  void brokenTracesAreReadOrLeftOut(@ForAll("traces") String text) throws IOException {
    Path root = Files.createTempDirectory("zonegate");
    Path file = root.resolve(AgentTraces.FILE);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    Broken.ends(
        () -> {
          AgentTraces traces = AgentTraces.read(root);
          traces.at("cd", List.of("ab"), "a/B.java", 3);
          assertThat(traces.problems()).allMatch(each -> each.contains("left out"));
        });
    Files.delete(file);
    Files.delete(file.getParent());
    Files.delete(root);
  }

  @Provide
  Arbitrary<String> attestations() {
    return Broken.of(
        "{\"version\":1,\"approvals\":[{\"commit\":\"ab\",\"reviewer\":\"a@b.c\",\"teams\":[\"@t\"],\"source\":\"x\"}]}");
  }

  @Property(seed = "20261122")
  void aBrokenAttestationIsReadOrRefused(@ForAll("attestations") String text) throws IOException {
    Path file = Files.createTempFile("zonegate", ".json");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    Broken.ends(
        () -> {
          try {
            Attestation.read(file);
          } catch (ProvenanceException e) {
            assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
          }
        });
    Files.delete(file);
  }

  @Test
  void whatIsSaidOfRecordsHoldsNoTextOfThem() throws IOException {
    List<String> said = new ArrayList<>();
    for (String each : Leaky.of(GitAiNoteTest.NOTE.replace("cursor", Leaky.SECRET))) {
      try {
        GitAiNote.parse(each, "refs/notes/ai", "ab");
      } catch (MalformedRecordException e) {
        said.add(Leaky.said(e));
      }
    }
    assertThat(said).hasSizeGreaterThan(300);
    Path traces = folder.resolve(AgentTraces.FILE);
    Files.createDirectories(traces.getParent());
    for (String each : Leaky.of(TRACE.replace("cursor", Leaky.SECRET))) {
      Files.writeString(traces, each);
      said.addAll(AgentTraces.read(folder).problems());
    }
    assertThat(said).hasSizeGreaterThan(1000);
    Path reviews = folder.resolve("reviews.json");
    String approval =
        "{\"version\":1,\"approvals\":[{\"commit\":\"%s\",\"reviewer\":\"%s\",\"teams\":[\"@t\"]}]}"
            .formatted("a".repeat(40), Leaky.SECRET);
    for (String each : Leaky.of(approval)) {
      Files.writeString(reviews, each);
      try {
        Attestation.read(reviews);
      } catch (ProvenanceException e) {
        said.add(Leaky.said(e));
      }
    }
    assertThat(said).hasSizeGreaterThan(1300).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  /** A configuration has URLs with tokens in them. */
  @Test
  void whatIsSaidOfABrokenRepositoryHoldsNoTextOfIt() throws IOException {
    Path git = Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(git.resolve("objects"));
    Files.createDirectories(git.resolve("refs"));
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
    String config =
        "[remote \"origin\"]\n\turl = https://%s@acme.example/a.git\n".formatted(Leaky.SECRET);
    List<String> said = new ArrayList<>();
    for (String each : Leaky.of(config)) {
      Files.writeString(git.resolve("config"), each);
      try {
        Provenance.open(folder, "", new SourceMarkers(List.of()), Provenance.Memory.none())
            .ifPresent(
                found -> {
                  throw new AssertionError("a repository without commits was opened");
                });
      } catch (ProvenanceException e) {
        said.add(Leaky.said(e));
      }
    }
    assertThat(said).hasSizeGreaterThan(20).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linksToWhatNeverEndsAreNotFollowedToTheEnd() throws IOException {
    Path file = folder.resolve(AgentTraces.FILE);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, Path.of("/proc/self/pagemap"));
    assertThat(AgentTraces.read(folder).problems())
        .containsExactly(AgentTraces.FILE + " is larger than 64 MiB; split it");
    assertThatThrownBy(() -> Attestation.read(file))
        .isInstanceOf(ProvenanceException.class)
        .hasMessageContaining("is no file, or larger than 4 MiB");
  }

  @Test
  void millionsOfBrokenTracesAreToldInAFewLines() throws IOException {
    Path file = folder.resolve(AgentTraces.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x\n".repeat(1_000_000));
    List<String> problems = AgentTraces.read(folder).problems();
    assertThat(problems)
        .hasSize(21)
        .startsWith(AgentTraces.FILE + ":1 is not JSON and is left out")
        .endsWith(AgentTraces.FILE + " has 999980 more lines that are left out");
  }
}
