package dev.zonegate.gate;

import dev.zonegate.files.TerseJson;
import dev.zonegate.files.WholeFile;
import dev.zonegate.provenance.Approval;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.FileProvenance;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what an auditor asks for: a line of JSON for each file, with its zone, who wrote it and
 * how that is known, what was found and allowed, who reviewed it, and the decision. The same input
 * gives the same bytes.
 */
public final class AuditTrail {
  public static final String NAME = "audit.jsonl";

  private final Verdict verdict;
  private final Map<String, List<Judged>> byPath;
  private final AuthorVerdict authors;
  private final String policyHash;
  private final String version;

  /** What is written of a file. */
  private record Entry(
      String file,
      String sha256,
      String zone,
      String tier,
      String verdict,
      List<String> because,
      List<Lines> provenance,
      List<Found> findings,
      List<Allowed> suppressions,
      List<Reviewed> reviews,
      List<String> spotChecks,
      String policy,
      String rules) {}

  private record Lines(
      String lines, String authorship, String source, String where, String commit, String text) {}

  private record Found(String pattern, int line, String severity, boolean blocks, String why) {}

  private record Allowed(String pattern, int line, String reason, String until, boolean accepted) {}

  private record Reviewed(String commit, String reviewer, String where, String text) {}

  private AuditTrail(Verdict verdict, AuthorVerdict authors, String policyHash, String version) {
    this.verdict = verdict;
    this.byPath =
        verdict.judged().stream().collect(Collectors.groupingBy(each -> each.finding().path()));
    this.authors = authors;
    this.policyHash = policyHash;
    this.version = version;
  }

  /**
   * Writes the trail of a verdict.
   *
   * @param prefix as of {@link Judge#judge}
   * @param version of the rules
   */
  public static void write(
      Verdict verdict,
      AuthorVerdict authors,
      String prefix,
      Results results,
      String version,
      Path file)
      throws IOException {
    Policy policy = verdict.policy();
    String hash = policy.isWritten() ? Sha256.of(policy.file()) : "";
    AuditTrail trail = new AuditTrail(verdict, authors, hash, version);
    WholeFile.write(file, draft -> trail.write(prefix, results, draft));
  }

  private void write(String prefix, Results results, Path file) throws IOException {
    Placement placement = Placement.of(verdict.policy(), prefix, results.files());
    try (Writer out = Files.newBufferedWriter(file)) {
      for (FileRecord each :
          results.files().stream().sorted(Comparator.comparing(FileRecord::path)).toList()) {
        TerseJson.write(entry(each, placement.of(each)), out);
        out.write('\n');
      }
    }
  }

  private Entry entry(FileRecord file, Zone zone) {
    List<Judged> here = byPath.getOrDefault(file.path(), List.of());
    List<String> because =
        verdict.obstacles().stream()
            .filter(each -> each.zone().equals(zone))
            .filter(each -> each.path().equals(file.path()) || each.path().isEmpty())
            .map(Obstacle::why)
            .toList();
    boolean blocks = !because.isEmpty() || here.stream().anyMatch(Judged::blocks);
    FileProvenance written = authors.files().get(file.path());
    return new Entry(
        file.path(),
        file.sha256(),
        zone.name(),
        zone.tier().id(),
        blocks ? "block" : "pass",
        because,
        written == null ? List.of() : written.stretches().stream().map(AuditTrail::lines).toList(),
        here.stream().map(AuditTrail::found).toList(),
        here.stream().filter(each -> each.suppression() != null).map(AuditTrail::allowed).toList(),
        written == null ? List.of() : reviews(zone, written),
        written == null ? List.of() : spotChecks(zone, written),
        policyHash,
        version);
  }

  private static Lines lines(FileProvenance.Stretch stretch) {
    return new Lines(
        stretch.first() == stretch.last()
            ? String.valueOf(stretch.first())
            : stretch.first() + "-" + stretch.last(),
        stretch.claim().authorship().id(),
        stretch.claim().authorship() == Authorship.UNKNOWN
            ? ""
            : stretch.claim().evidence().source().id(),
        stretch.claim().evidence().where(),
        stretch.commit(),
        stretch.claim().evidence().text());
  }

  private static Found found(Judged judged) {
    return new Found(
        judged.finding().key(),
        judged.finding().at().startLine(),
        lower(judged.severity()),
        judged.blocks(),
        judged.why());
  }

  private static Allowed allowed(Judged judged) {
    return new Allowed(
        judged.finding().key(),
        judged.suppression().at().startLine(),
        judged.suppression().reason(),
        judged.suppression().until() == null ? "" : judged.suppression().until().toString(),
        judged.isSuppressed());
  }

  private List<Reviewed> reviews(Zone zone, FileProvenance written) {
    Map<String, List<Approval>> known = authors.approvals().get(zone.name());
    List<Reviewed> reviews = new ArrayList<>();
    if (known != null) {
      for (String commit : written.commits(zone.authors().machines())) {
        for (Approval each : known.getOrDefault(commit, List.of())) {
          String where = each.evidence().where();
          reviews.add(
              new Reviewed(commit, each.reviewer().toString(), where, each.evidence().text()));
        }
      }
    }
    return reviews;
  }

  private List<String> spotChecks(Zone zone, FileProvenance written) {
    return written.commits(zone.authors().machines()).stream()
        .filter(each -> authors.spotChecks().contains(new SpotCheck(zone.name(), each)))
        .toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
