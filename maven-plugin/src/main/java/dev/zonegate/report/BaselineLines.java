package dev.zonegate.report;

import dev.zonegate.gate.Stale;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.ZoneCount;
import java.util.ArrayList;
import java.util.List;

/** What a verdict says about the baseline. */
final class BaselineLines {
  private static final int MOST = 20;

  private BaselineLines() {}

  static List<Line> of(Verdict verdict, Screen screen) {
    List<Line> lines = new ArrayList<>();
    int known = verdict.zones().stream().mapToInt(ZoneCount::known).sum();
    if (known > 0) {
      lines.add(Line.info("The baseline knows " + known + " more; they do not block"));
    }
    String command = "`" + screen.goal("baseline") + "`";
    List<Stale> blocking = verdict.stale().stream().filter(Stale::blocks).toList();
    for (Stale each : blocking.subList(0, Math.min(blocking.size(), MOST))) {
      lines.add(Line.error(blocked(each, screen) + "; run " + command + " to drop it"));
    }
    int gone = count(verdict.stale());
    int shown = count(blocking.subList(0, Math.min(blocking.size(), MOST)));
    if (gone > shown) {
      String more = shown > 0 ? " more" : "";
      lines.add(
          Line.info(
              "The baseline lists "
                  + (gone - shown)
                  + more
                  + " that are gone; run "
                  + command
                  + " to drop them"));
    }
    return lines;
  }

  private static int count(List<Stale> stale) {
    return stale.stream().mapToInt(each -> each.entry().count()).sum();
  }

  private static String blocked(Stale stale, Screen screen) {
    return stale.file()
        + ":"
        + Math.max(1, stale.entry().line())
        + ":1 ["
        + stale.zone().name()
        + " "
        + screen.red("stale")
        + "] "
        + stale.entry().rule()
        + " is gone from "
        + stale.entry().path();
  }
}
