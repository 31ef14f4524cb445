package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.provenance.Approval;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.Claim;
import dev.zonegate.provenance.CodeOwners;
import dev.zonegate.provenance.Evidence;
import dev.zonegate.provenance.FileProvenance;
import dev.zonegate.provenance.Provenance;
import dev.zonegate.provenance.ProvenanceException;
import dev.zonegate.provenance.Reviews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Decides, zone by zone, whether who wrote and reviewed the code may have. */
public final class AuthorJudge {
  private static final int MOST_EVIDENCE = 3;

  private final Policy policy;
  private final Provenance provenance;
  private final Reviews reviews;
  private final SortedMap<String, FileProvenance> files = new TreeMap<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, List<Approval>>> approvals = new TreeMap<>();
  private final List<SpotCheck> spotChecks = new ArrayList<>();
  private final List<Notification> warnings = new ArrayList<>();
  private final Map<String, LineShare> shares = new TreeMap<>();

  private AuthorJudge(Policy policy, Provenance provenance, Reviews reviews) {
    this.policy = policy;
    this.provenance = provenance;
    this.reviews = reviews;
  }

  /**
   * Judges the files of results.
   *
   * @param prefix as of {@link Judge#judge}
   */
  public static AuthorVerdict judge(
      Policy policy, String prefix, Results results, Provenance provenance, Reviews reviews)
      throws ProvenanceException {
    return judge(policy, prefix, results, provenance, reviews, false);
  }

  /**
   * As above.
   *
   * @param countsAll whether the shares of zones are wanted too in which it does not matter who
   *     wrote the code
   */
  public static AuthorVerdict judge(
      Policy policy,
      String prefix,
      Results results,
      Provenance provenance,
      Reviews reviews,
      boolean countsAll)
      throws ProvenanceException {
    AuthorJudge judge = new AuthorJudge(policy, provenance, reviews);
    Placement placement = Placement.of(policy, prefix, results.files());
    Map<Zone, List<FileProvenance>> byZone = new LinkedHashMap<>();
    for (FileRecord each : results.files()) {
      Zone zone = placement.of(each);
      boolean isKept = each.role() != SourceFile.Role.GENERATED;
      boolean asks = zone.authors().asks() || provenance.isOfChange();
      if (isKept && (asks || countsAll)) {
        FileProvenance file = provenance.of(each.path());
        judge.shares.merge(zone.name(), LineShare.of(file, zone), LineShare::plus);
        if (asks) {
          judge.files.put(each.path(), file);
          byZone.computeIfAbsent(zone, key -> new ArrayList<>()).add(file);
        }
      }
    }
    for (Map.Entry<Zone, List<FileProvenance>> each : byZone.entrySet()) {
      judge.judge(each.getKey(), each.getValue());
    }
    judge.warnings.addAll(EditedClaims.in(results, placement, provenance));
    return judge.verdict();
  }

  private AuthorVerdict verdict() throws ProvenanceException {
    provenance.warnings().forEach(each -> warn(".git", each));
    obstacles.sort(Obstacle.order(policy));
    return new AuthorVerdict(
        files,
        obstacles,
        approvals,
        spotChecks,
        warnings,
        Coverage.text(files.values(), provenance),
        shares);
  }

  private void judge(Zone zone, List<FileProvenance> here) throws ProvenanceException {
    if (zone.authors().machineWritten() != MachineWritten.ALLOW) {
      addUnowned(zone, here);
    }
    if (zone.authors().machineWritten() == MachineWritten.BLOCK) {
      here.forEach(each -> block(zone, each));
    }
    SortedMap<String, FileProvenance> byCommit = new TreeMap<>();
    for (FileProvenance file : here) {
      file.commits(zone.authors().machines()).forEach(each -> byCommit.putIfAbsent(each, file));
    }
    for (Map.Entry<String, FileProvenance> each : byCommit.entrySet()) {
      if (SpotCheck.selects(zone.authors().spotCheck(), each.getKey())) {
        spotChecks.add(new SpotCheck(zone.name(), each.getKey()));
      }
      if (zone.authors().machineWritten() == MachineWritten.REVIEW && provenance.isOfChange()) {
        review(zone, each.getKey(), each.getValue());
      }
    }
  }

  private void addUnowned(Zone zone, List<FileProvenance> here) throws ProvenanceException {
    Optional<CodeOwners> owners = provenance.owners();
    List<String> unowned = new ArrayList<>();
    for (FileProvenance each : here) {
      if (owners.isPresent() && !provenance.isOwned(owners.get(), each.path())) {
        unowned.add(each.path());
      }
    }
    if (!unowned.isEmpty()) {
      warn(
          owners.get().file(),
          unowned.size()
              + " of "
              + here.size()
              + " files of zone `"
              + zone.name()
              + "` have no owner, such as "
              + unowned.get(0)
              + "; add a line for them");
    }
  }

  private void warn(String path, String what) {
    warnings.add(new Notification(path, Span.NONE, Notification.Kind.PROJECT, what));
  }

  private void block(Zone zone, FileProvenance file) {
    Set<Authorship> machines = zone.authors().machines();
    List<FileProvenance.Stretch> written = file.of(machines);
    if (written.isEmpty()) {
      return;
    }
    int lines = written.stream().mapToInt(FileProvenance.Stretch::size).sum();
    Map<Claim, Integer> claims = new LinkedHashMap<>();
    written.forEach(each -> claims.merge(each.claim(), each.size(), Integer::sum));
    List<String> why = new ArrayList<>();
    claims.keySet().stream().limit(MOST_EVIDENCE).forEach(each -> why.add(told(each)));
    if (claims.size() > MOST_EVIDENCE) {
      why.add((claims.size() - MOST_EVIDENCE) + " more");
    }
    String text =
        (lines == 1 ? "1 line is" : lines + " lines are")
            + " machine-written ("
            + String.join("; ", why)
            + "), which `"
            + zone.name()
            + "` does not allow; let a person write this";
    obstacles.add(
        new Obstacle(
            zone, file.path(), written.get(0).first(), text, Obstacle.Kind.MACHINE_WRITTEN));
  }

  /** What a claim rests on, in words. */
  static String told(Claim claim) {
    Evidence evidence = claim.evidence();
    String commit = evidence.shortCommit().isEmpty() ? "" : "commit " + evidence.shortCommit();
    String where = evidence.where().isEmpty() ? "" : evidence.where() + " ";
    return claim.authorship().id()
        + (commit.isEmpty() ? "" : ", " + commit)
        + ": "
        + where
        + "`"
        + evidence.text()
        + "`";
  }

  private void review(Zone zone, String commit, FileProvenance file) throws ProvenanceException {
    List<Approval> found = reviews.of(commit);
    approvals.computeIfAbsent(zone.name(), key -> new TreeMap<>()).put(commit, found);
    int percent = machinePercent(zone);
    boolean needsSenior = percent > zone.authors().seniorAbove();
    Set<String> seniors = zone.authors().reviewers();
    boolean isEnough =
        needsSenior ? found.stream().anyMatch(each -> each.isBy(seniors)) : !found.isEmpty();
    if (isEnough) {
      return;
    }
    FileProvenance.Stretch first =
        file.of(zone.authors().machines()).stream()
            .filter(each -> each.commit().equals(commit))
            .findFirst()
            .orElseThrow();
    String start = "machine-written (" + told(first.claim()) + ") and ";
    String text =
        needsSenior
            ? start + seniorNeeded(percent, seniors)
            : start
                + "not reviewed by another person; add `Reviewed-by:` to the commit,"
                + " or an approval to .zonegate/reviews.json";
    obstacles.add(new Obstacle(zone, file.path(), first.first(), text, Obstacle.Kind.UNREVIEWED));
  }

  private static String seniorNeeded(int percent, Set<String> seniors) {
    return "so are "
        + percent
        + "% of the change: "
        + (seniors.isEmpty()
            ? "a senior has to review it, and the zone names none; list `reviewers` in the policy"
            : "one of " + String.join(", ", seniors) + " has to review it");
  }

  /** The machine-written share of the whole change in percent, rounded up. */
  private int machinePercent(Zone zone) throws ProvenanceException {
    Map<Authorship, Integer> lines = provenance.linesOfChange();
    long all = lines.values().stream().mapToLong(Integer::longValue).sum();
    long machine =
        lines.entrySet().stream()
            .filter(each -> zone.authors().machines().contains(each.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    return all == 0 ? 0 : (int) ((100 * machine + all - 1) / all);
  }
}
