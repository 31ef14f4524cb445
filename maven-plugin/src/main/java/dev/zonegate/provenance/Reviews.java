package dev.zonegate.provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Who reviewed the commits of a change, as far as can be seen without a network: trailers of the
 * commit or of the merge that brought it, Gerrit's notes, and a file from CI. Nobody reviews what
 * is their own, and no machine reviews.
 */
public final class Reviews {
  static final String GERRIT = "refs/notes/review";
  private static final Set<String> KEYS = Set.of("reviewed-by", "acked-by", "approved-by");
  private static final Pattern VOTE = Pattern.compile("Code-Review\\+2: (.{1,300})");

  private final GitHistory history;
  private final Set<ObjectId> change;
  private final List<Approval> attested;
  private List<CommitFacts> merges;
  private final KnownAgents agents = KnownAgents.load();
  private final Map<String, List<Approval>> known = new HashMap<>();

  private Reviews(GitHistory history, Set<ObjectId> change, List<Approval> attested) {
    this.history = history;
    this.change = change;
    this.attested = attested;
  }

  /**
   * The reviews of a change.
   *
   * @param attestation the file from CI; it need not be there
   */
  public static Reviews of(Provenance provenance, Path attestation) throws ProvenanceException {
    return new Reviews(provenance.history(), provenance.commits(), Attestation.read(attestation));
  }

  /** The approvals of a commit that count. */
  public List<Approval> of(String commit) throws ProvenanceException {
    List<Approval> approvals = known.get(commit);
    if (approvals == null) {
      try {
        approvals = found(commit);
      } catch (IOException | RuntimeException e) {
        throw ProvenanceException.failed("cannot read the reviews of " + commit, e, "");
      }
      known.put(commit, approvals);
    }
    return approvals;
  }

  private List<Approval> found(String commit) throws IOException {
    CommitFacts facts = history.facts(commit);
    List<Approval> all = new ArrayList<>(trailers(facts));
    all.addAll(gerrit(commit));
    for (CommitFacts merge : merges()) {
      if (isBrought(commit, merge)) {
        all.addAll(trailers(merge));
      }
    }
    for (Approval each : attested) {
      ObjectId approved = ObjectId.fromString(each.evidence().commit());
      if (change.contains(approved) && history.isWithin(ObjectId.fromString(commit), approved)) {
        all.add(each);
      }
    }
    List<Person> own = authors(facts);
    return all.stream().filter(each -> counts(each.reviewer(), own)).toList();
  }

  /** The merges of the change that name reviewers. */
  private List<CommitFacts> merges() throws IOException {
    if (merges == null) {
      merges = new ArrayList<>();
      for (ObjectId each : change) {
        CommitFacts merge = history.facts(each.name());
        if (merge.parents().size() > 1 && !trailers(merge).isEmpty()) {
          merges.add(merge);
        }
      }
      merges.sort(Comparator.comparing(CommitFacts::id));
    }
    return merges;
  }

  /** Whether a merge joined a commit that its first parent did not have. */
  private boolean isBrought(String commit, CommitFacts merge) throws IOException {
    ObjectId id = ObjectId.fromString(commit);
    return history.isWithin(id, ObjectId.fromString(merge.id()))
        && !history.isWithin(id, ObjectId.fromString(merge.parents().get(0)));
  }

  private static List<Approval> trailers(CommitFacts commit) {
    return Trailers.of(commit.message(), KEYS).stream()
        .map(
            each ->
                new Approval(
                    Person.of(each.value()),
                    Set.of(),
                    new Evidence(Evidence.Source.TRAILER, "trailer", commit.id(), each.toString())))
        .toList();
  }

  private List<Approval> gerrit(String commit) throws IOException {
    List<Approval> votes = new ArrayList<>();
    try {
      String note = history.note(GERRIT, commit).orElse("");
      for (String line : Trailers.lines(note)) {
        Matcher vote = VOTE.matcher(line.strip());
        if (vote.matches()) {
          votes.add(
              new Approval(
                  Person.of(vote.group(1)),
                  Set.of(),
                  new Evidence(Evidence.Source.NONE, GERRIT, commit, line.strip())));
        }
      }
    } catch (MalformedRecordException e) {
      return List.of(); // nothing that a review would be
    }
    return votes;
  }

  /** The author, those named beside, and where a machine is the author, who let it. */
  private List<Person> authors(CommitFacts commit) {
    List<Person> authors = new ArrayList<>(List.of(commit.author()));
    if (agents.identity(commit.author()).isPresent()) {
      authors.add(commit.committer());
    }
    Trailers.of(commit.message(), Set.of("co-authored-by", "co-developed-by"))
        .forEach(each -> authors.add(Person.of(each.value())));
    return authors;
  }

  private boolean counts(Person reviewer, List<Person> own) {
    return own.stream().noneMatch(reviewer::maybeSame) && agents.identity(reviewer).isEmpty();
  }
}
