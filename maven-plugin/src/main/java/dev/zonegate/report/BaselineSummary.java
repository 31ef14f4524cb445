package dev.zonegate.report;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.gate.BaselineUpdate;
import java.util.ArrayList;
import java.util.List;

/** What the goal that writes the baseline says. */
public final class BaselineSummary {
  private BaselineSummary() {}

  /** The lines about a baseline that was written. */
  public static List<Line> lines(
      BaselineUpdate update, Baseline after, boolean isGrown, Screen screen) {
    List<Line> lines = new ArrayList<>();
    int gone = update.before().size() - update.shrunk().size();
    int fresh = update.fresh().size();
    if (!isGrown) {
      lines.addAll(TextReport.findings(update.fresh(), update.verdict(), screen));
    }
    lines.add(
        Line.info(
            "Wrote "
                + after.name()
                + ": "
                + after.size()
                + " known, "
                + gone
                + " gone, "
                + (isGrown ? fresh : 0)
                + " added"));
    if (!isGrown && fresh > 0) {
      lines.add(
          Line.warning(
              fresh
                  + " new are not in it; repair them, or run `"
                  + screen.goal("baseline")
                  + " -Dzonegate.addToBaseline` to accept them"));
    }
    return lines;
  }
}
