package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.zonegate.provenance.Evidence.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommitClaimsTest {
  private static final Person ANN = new Person("Ann", "ann@acme.example");
  private static final String ID = "0123456789012345678901234567890123456789";
  private final CommitClaims claims = new CommitClaims(KnownAgents.load());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Claude|noreply@anthropic.com|AI",
        "Claude|209825114+claude[bot]@users.noreply.github.com|AI",
        "copilot-swe-agent[bot]|198982749+Copilot@users.noreply.github.com|AI",
        "Copilot|175728472+Copilot@users.noreply.github.com|ASSIST",
        "Cursor Agent|cursoragent@cursor.com|AI",
        "Jane Doe (aider)|jane@acme.example|AI",
        "google-labs-jules[bot]|161369871+google-labs-jules[bot]@users.noreply.github.com|AI",
        "dependabot[bot]|49699333+dependabot[bot]@users.noreply.github.com|BOT",
        "renovate[bot]|29139614+renovate[bot]@users.noreply.github.com|BOT",
        "Ann|ann@anthropic.com|UNKNOWN",
        "Charlie|charlie@openai.com|UNKNOWN",
        "Claude Dupont|claude.dupont@acme.example|UNKNOWN",
      })
  void knowsAuthors(String name, String email, Authorship expected) {
    Claim claim = claims.of(commit(new Person(name, email), "Add a thing"));
    assertThat(claim.authorship()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Co-Authored-By: Claude Opus 4.8 (1M context) <noreply@anthropic.com>|AI|TRAILER",
        "Co-authored-by: GitHub Copilot <copilot@github.com>|ASSIST|TRAILER",
        "Co-authored-by: Bob <bob@acme.example>|UNKNOWN|NONE",
        "Co-authored-by: Claude Dupont <claude@dupont.example>|UNKNOWN|NONE",
        "Co-authored-by: charlie <charliemarsh@openai.com>|UNKNOWN|NONE",
        "Co-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>|UNKNOWN|NONE",
        "Assisted-by: Claude:claude-opus-4.8 coccinelle|MIXED|TRAILER",
        "Assisted-BY : LLM|MIXED|TRAILER",
        "Assisted-by: Bob Jones|UNKNOWN|NONE",
        "Assisted-by: Claude Dupont|UNKNOWN|NONE",
        "Assisted-by: Bob <bob@acme.example>|UNKNOWN|NONE",
        "Generated-by: Claude Opus 5 (1M context)|AI|TRAILER",
        "Generated-by: protoc 3.1|UNKNOWN|NONE",
        "Made-with: Cursor|AI|TRAILER",
        "AI-assisted: true|MIXED|TRAILER",
        "Ai-assisted: false|UNKNOWN|NONE",
        "AI-assisted-by: none|UNKNOWN|NONE",
        "Claude-Session: https://claude.ai/code/session_1|AI|SESSION",
        "Amp-Thread-ID: https://ampcode.com/threads/T-1|AI|SESSION",
        "🤖 Generated with [Claude Code](https://claude.com/claude-code)|AI|BODY",
        "Signed-off-by: Ann <ann@acme.example>|UNKNOWN|NONE",
      })
  void knowsLinesOfMessages(String line, Authorship expected, Source source) {
    Claim claim = claims.of(commit(ANN, "Add a thing\n\nWhy it is needed.\n\n" + line + "\n"));
    assertThat(claim.authorship()).isEqualTo(expected);
    assertThat(claim.evidence().source()).isEqualTo(source);
    assertThat(claim.evidence().commit()).isEqualTo(ID);
  }

  @Test
  void keepsWhatTheMessageSaysAsEvidence() {
    Claim claim = claims.of(commit(ANN, "Add\n\nMade-with:\n  nothing\nMade-with: Cursor\n"));
    assertThat(claim.evidence().text()).isEqualTo("made-with: Cursor");
    assertThat(claim.evidence().where()).isEqualTo("trailer");
  }

  @Test
  void cannotTellWhichOfTheSquashedChangesATrailerIsAbout() {
    String message =
        """
        Squash (#1)

        * first

        Co-authored-by: Claude <noreply@anthropic.com>

        * second

        ---------

        Co-authored-by: Bob <bob@acme.example>
        """;
    assertThat(claims.of(commit(ANN, message)).authorship()).isEqualTo(Authorship.MIXED);
  }

  @Test
  void findsATrailerBesideProseAndWithCarriageReturns() {
    String message =
        "Add\r\n\r\n🤖 Generated with care\r\nCo-Authored-By: Claude\r\n <noreply@anthropic.com>\r\n";
    Claim claim = claims.of(commit(ANN, message));
    assertThat(claim.authorship()).isEqualTo(Authorship.AI);
    assertThat(claim.evidence().text()).contains("Claude <noreply@anthropic.com>");
  }

  @Test
  void ignoresWhatIsQuotedInAFence() {
    String message = "Document trailers\n\n```\nMade-with: Cursor\n```\n";
    assertThat(claims.of(commit(ANN, message)).authorship()).isEqualTo(Authorship.UNKNOWN);
  }

  @Test
  void takesTheAuthorForMoreThanTheTrailerAndABotForLess() {
    Person copilot = new Person("Copilot", "198982749+Copilot@users.noreply.github.com");
    assertThat(claims.of(commit(copilot, "Add\n\nAssisted-by: LLM\n")).evidence().source())
        .isEqualTo(Source.IDENTITY);
    Person bot = new Person("ci[bot]", "1+ci[bot]@users.noreply.github.com");
    assertThat(claims.of(commit(bot, "Add\n\nMade-with: Cursor\n")).authorship())
        .isEqualTo(Authorship.AI);
  }

  @Test
  void seesAnAgentThatCommitsForAPerson() {
    CommitFacts commit =
        new CommitFacts(ID, List.of(), ANN, new Person("Ann (aider)", "ann@acme.example"), "Add");
    assertThat(claims.of(commit).evidence().where()).isEqualTo("committer");
  }

  @Test
  void readsHostileMessagesInTime() {
    String message =
        "a".repeat(2_000_000)
            + "\n"
            + "Made-with: ".repeat(200_000)
            + "\n"
            + "Made-with: x\n ".repeat(200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> claims.of(commit(ANN, message)).authorship());
  }

  @Test
  void showsNoControlCharactersOfStrangers() {
    Claim claim =
        claims.of(
            commit(ANN, "Add\n\nMade-with: Cursor \u001b[31m\u202Ered\u0007" + "x".repeat(999)));
    assertThat(claim.evidence().text()).doesNotContain("\u001b", "\u202E", "\u0007");
    assertThat(claim.evidence().text()).hasSizeLessThan(200);
  }

  private static CommitFacts commit(Person author, String message) {
    return new CommitFacts(ID, List.of(), author, ANN, message);
  }
}
