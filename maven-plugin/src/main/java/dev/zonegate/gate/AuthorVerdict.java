package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import dev.zonegate.provenance.Approval;
import dev.zonegate.provenance.FileProvenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known and decided about the authors of code.
 *
 * @param files by path, those that were asked for
 * @param obstacles what blocks
 * @param approvals by the name of the zone and the commit, of the commits that need some
 * @param spotChecks what somebody should look at
 * @param warnings what could not be seen, and what to do
 * @param coverage a line about how much is known; may be empty
 * @param shares by the name of the zone, of those that were asked for
 */
public record AuthorVerdict(
    Map<String, FileProvenance> files,
    List<Obstacle> obstacles,
    Map<String, ? extends Map<String, List<Approval>>> approvals,
    List<SpotCheck> spotChecks,
    List<Notification> warnings,
    String coverage,
    Map<String, LineShare> shares) {
  /** Where nobody asks. */
  public static final AuthorVerdict NONE =
      new AuthorVerdict(Map.of(), List.of(), Map.of(), List.of(), List.of(), "", Map.of());

  /** A verdict on findings, with what the authors add to it. */
  public Verdict with(Verdict verdict) {
    return verdict.with(verdict.judged(), obstacles, warnings);
  }

  /** What is known of the authors of several modules; nothing is decided anew. */
  public static AuthorVerdict merged(List<AuthorVerdict> modules) {
    Map<String, FileProvenance> files = new TreeMap<>();
    Map<String, LineShare> shares = new LinkedHashMap<>();
    for (AuthorVerdict module : modules) {
      files.putAll(module.files());
      module.shares().forEach((zone, share) -> shares.merge(zone, share, LineShare::plus));
    }
    return new AuthorVerdict(files, List.of(), Map.of(), List.of(), List.of(), "", shares);
  }

  /** What is known of a line; empty if nobody asked. */
  public Optional<FileProvenance.Stretch> at(String path, int line) {
    return Optional.ofNullable(files.get(path)).flatMap(each -> each.at(line));
  }

  /** What to say besides; a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!coverage.isEmpty()) {
      lines.add(coverage);
    }
    spotChecks.forEach(
        each ->
            lines.add("Spot check in zone `" + each.zone() + "`: look at commit " + each.commit()));
    return lines;
  }
}
