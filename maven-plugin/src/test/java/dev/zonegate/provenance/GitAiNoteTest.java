package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitAiNoteTest {
  static final String NOTE =
      """
      src/A.java
        s_0a1b2c3d4e5f60::t_11223344556677 3-4,9
        h_aabbccddeeff00 4,12
        s_unknown 9
      "src/My File.java"
        0123456789abcdef 1-20
      ---
      {
        "schema_version": "authorship/3.0.0",
        "base_commit_sha": "0",
        "prompts": {"0123456789abcdef": {"agent_id": {"tool": "cursor", "model": "gpt-5.4"}, "overriden_lines": 0}},
        "humans": {"h_aabbccddeeff00": {"author": "Ann <ann@acme.example>"}},
        "sessions": {"s_0a1b2c3d4e5f60": {"agent_id": {"tool": "claude", "model": "claude-opus-5"}}}
      }
      """;

  @ParameterizedTest
  @CsvSource({"3, AI", "4, HUMAN", "9, AI", "12, HUMAN"})
  void saysWhoWroteALineTheLastEntryThatKnowsWins(int line, Authorship expected)
      throws MalformedRecordException {
    Claim claim = parse(NOTE).at("src/A.java", line).orElseThrow();
    assertThat(claim.authorship()).isEqualTo(expected);
    assertThat(claim.evidence().where()).isEqualTo("refs/notes/ai");
  }

  @Test
  void keepsToolAndModelAndReadsQuotedPaths() throws MalformedRecordException {
    assertThat(parse(NOTE).at("src/My File.java", 20).orElseThrow().evidence().text())
        .isEqualTo("0123456789abcdef cursor gpt-5.4");
  }

  @Test
  void doesNotKnowLinesThatAreNotListed() throws MalformedRecordException {
    assertThat(parse(NOTE).at("src/A.java", 5)).isEmpty();
    assertThat(parse(NOTE).at("src/A.java", 13)).isEmpty();
    assertThat(parse(NOTE).at("src/B.java", 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a\\n  k 1\\n|has no line",
        "a\\n  k 1\\n---\\n{}|is not authorship/3",
        "a\\n  k\\n---\\n{'schema_version':'authorship/3.0.0'}|entry without lines",
        "`  k 1\\n---\\n{'schema_version':'authorship/3.0.0'}`|entry before any path",
        "a\\n  k 4-2\\n---\\n{'schema_version':'authorship/3.0.0'}|no range of lines",
        "a\\n  k 0\\n---\\n{'schema_version':'authorship/3.0.0'}|no range of lines",
        "a\\n  k 99999999999\\n---\\n{'schema_version':'authorship/3.0.0'}|no number of a line",
        "a\\n  k 1\\n---\\n{'schema_version':'authorship/4.0.0'}|is not authorship/3",
        "a\\n  k 1\\n---\\nnot json|is not JSON after",
        "a\\n  k 1\\n---\\n[]|has no JSON object",
      })
  void refusesWhatIsNotOfTheFormat(String text, String problem) {
    String note = text.replace("\\n", "\n").replace('\'', '"');
    assertThatThrownBy(() -> parse(note))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesBombsInTime() {
    String deep = "a\n  k 1\n---\n" + "[".repeat(100_000);
    String many =
        "a\n  k " + "1,".repeat(400_000) + "1\n---\n{\"schema_version\":\"authorship/3.0.0\"}";
    String large = "a".repeat(GitAiNote.LARGEST + 1);
    for (String each : new String[] {deep, many, large}) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertThatThrownBy(() -> parse(each)).isInstanceOf(MalformedRecordException.class));
    }
  }

  private static GitAiNote parse(String text) throws MalformedRecordException {
    return GitAiNote.parse(text, "refs/notes/ai", "c".repeat(40));
  }
}
