package dev.zonegate.provenance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Says of a committed line who wrote it, by the strongest record that speaks of it. */
final class Attribution {
  static final String NOTES = "refs/notes/ai";

  /** Where notes of that format are, git-ai's own first. */
  static final List<String> ALL_NOTES = List.of(NOTES, "refs/notes/exceeds-ink");

  private static final int MOST_PROBLEMS = 5;

  private final GitHistory history;
  private final CommitClaims commits = new CommitClaims(KnownAgents.load());
  private final AgentTraces traces;
  private final Map<String, Optional<GitAiNote>> notes = new HashMap<>();
  private final Map<String, Claim> byCommit = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  Attribution(GitHistory history) throws IOException {
    this.history = history;
    this.traces = AgentTraces.read(history.workTree());
    problems.addAll(traces.problems());
  }

  /** The files in which a line may be other than unknown. */
  Set<String> suspects() throws IOException {
    return Suspects.of(history, this::isTold);
  }

  private boolean isTold(RevWalk walk, RevCommit commit) throws IOException {
    for (String each : ALL_NOTES) {
      if (history.hasNote(each, commit)) {
        return true;
      }
    }
    if (traces.tell(commit)) {
      return true;
    }
    return commits.of(GitHistory.factsOf(walk, commit)).authorship() != Authorship.UNKNOWN;
  }

  /** Records that cannot be read, a few of them, and how many more there are. */
  List<String> problems() {
    List<String> some = new ArrayList<>(problems.stream().limit(MOST_PROBLEMS).toList());
    if (problems.size() > MOST_PROBLEMS) {
      some.add((problems.size() - MOST_PROBLEMS) + " more records cannot be read");
    }
    return some;
  }

  /** By note or trace, which know the line; empty if neither does. */
  Optional<Claim> ofLine(LineOrigin origin) throws IOException {
    if (!origin.isCommitted()) {
      return Optional.empty();
    }
    Optional<Claim> noted =
        note(origin.commit()).flatMap(each -> each.at(origin.path(), origin.line()));
    if (noted.isPresent() || traces.isEmpty()) {
      return noted;
    }
    List<String> revisions = new ArrayList<>(List.of(origin.commit()));
    revisions.addAll(history.facts(origin.commit()).parents());
    return traces.at(origin.commit(), revisions, origin.path(), origin.line());
  }

  /** By what the commit says of itself. */
  Claim ofCommit(String commit) throws IOException {
    Claim known = byCommit.get(commit);
    if (known == null) {
      known =
          commit.isEmpty()
              ? Claim.unknown("", "not committed")
              : history.isCutOff(commit)
                  ? Claim.unknown(commit, "the clone is shallow, and its history ends here")
                  : commits.of(history.facts(commit));
      byCommit.put(commit, known);
    }
    return known;
  }

  private Optional<GitAiNote> note(String commit) throws IOException {
    Optional<GitAiNote> known = notes.get(commit);
    if (known == null) {
      known = Optional.empty();
      for (int i = 0; i < ALL_NOTES.size() && known.isEmpty(); i++) {
        known = readNote(ALL_NOTES.get(i), commit);
      }
      notes.put(commit, known);
    }
    return known;
  }

  private Optional<GitAiNote> readNote(String ref, String commit) throws IOException {
    try {
      Optional<String> text = history.note(ref, commit);
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(GitAiNote.parse(text.get(), ref, commit));
    } catch (MalformedRecordException e) {
      problems.add(
          ref + " of " + commit.substring(0, 10) + " " + e.getMessage() + "; it is left out");
      return Optional.empty();
    }
  }
}
