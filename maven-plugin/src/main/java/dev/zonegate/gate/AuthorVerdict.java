package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import dev.zonegate.provenance.Approval;
import dev.zonegate.provenance.FileProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is known and decided about the authors of code.
 *
 * @param files by path, those that were asked for
 * @param obstacles what blocks
 * @param approvals by the name of the zone and the commit, of the commits that need some
 * @param spotChecks what somebody should look at
 * @param warnings what could not be seen, and what to do
 * @param coverage a line about how much is known; may be empty
 */
public record AuthorVerdict(
    Map<String, FileProvenance> files,
    List<Obstacle> obstacles,
    Map<String, ? extends Map<String, List<Approval>>> approvals,
    List<SpotCheck> spotChecks,
    List<Notification> warnings,
    String coverage) {
  /** Where nobody asks. */
  public static final AuthorVerdict NONE =
      new AuthorVerdict(Map.of(), List.of(), Map.of(), List.of(), List.of(), "");

  /** A verdict on findings, with what the authors add to it. */
  public Verdict with(Verdict verdict) {
    return verdict.with(verdict.judged(), obstacles, warnings);
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
