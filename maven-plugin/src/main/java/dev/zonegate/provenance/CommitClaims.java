package dev.zonegate.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a commit's identities and message say about who wrote it. */
final class CommitClaims {
  private final KnownAgents agents;
  private final Set<String> keys;

  CommitClaims(KnownAgents agents) {
    this.agents = agents;
    this.keys = agents.keys();
  }

  /** The strongest claim; a mere bot gives way to any sign of a machine that writes code. */
  Claim of(CommitFacts commit) {
    List<Claim> claims = new ArrayList<>();
    identity("author", commit.author(), commit.id()).ifPresent(claims::add);
    identity("committer", commit.committer(), commit.id()).ifPresent(claims::add);
    addTrailers(commit, claims);
    addPhrases(commit, claims);
    List<Claim> machines =
        claims.stream().filter(each -> each.authorship() != Authorship.BOT).toList();
    return Claim.strongest(machines.isEmpty() ? claims : machines)
        .orElseGet(() -> Claim.unknown(commit.id(), "nothing in the commit says who wrote it"));
  }

  private Optional<Claim> identity(String field, Person person, String commit) {
    return agents
        .identity(person)
        .map(
            authorship ->
                new Claim(
                    authorship,
                    new Evidence(Evidence.Source.IDENTITY, field, commit, person.toString())));
  }

  private void addTrailers(CommitFacts commit, List<Claim> claims) {
    for (Trailer each : Trailers.of(commit.message(), keys)) {
      if (agents.isSession(each)) {
        claims.add(claim(Authorship.AI, Evidence.Source.SESSION, commit.id(), each));
      }
      agents
          .trailer(each)
          .ifPresent(found -> claims.add(claim(found, Evidence.Source.TRAILER, commit.id(), each)));
    }
  }

  /** In the middle of a message nobody can say which of the squashed changes it is about. */
  private static Claim claim(
      Authorship authorship, Evidence.Source source, String commit, Trailer trailer) {
    boolean isVague = authorship == Authorship.AI && !trailer.isInLastBlock();
    return new Claim(
        isVague ? Authorship.MIXED : authorship,
        new Evidence(
            source, trailer.isInLastBlock() ? "trailer" : "body", commit, trailer.toString()));
  }

  private void addPhrases(CommitFacts commit, List<Claim> claims) {
    for (String line : Trailers.lines(commit.message())) {
      agents
          .phrase(line)
          .ifPresent(
              found ->
                  claims.add(
                      new Claim(
                          found, new Evidence(Evidence.Source.BODY, "body", commit.id(), line))));
    }
  }
}
