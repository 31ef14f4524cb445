package dev.zonegate.report;

import dev.zonegate.gate.AuditTrail;
import dev.zonegate.gate.Judged;
import dev.zonegate.gate.Obstacle;
import dev.zonegate.gate.Quality;
import dev.zonegate.gate.Verdict;
import dev.zonegate.gate.Zone;
import dev.zonegate.gate.ZoneCount;
import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict for people, or for the agents that write their code: a line a finding, what could not
 * be judged, a table by zone, and at the end what blocks, where, why, and how to learn more.
 */
public final class TextReport {
  private static final int MOST_FINDINGS = 500;
  private static final int MOST_NOTIFICATIONS = 10;

  private final Verdict verdict;
  private final Screen screen;
  private final List<Line> lines = new ArrayList<>();

  private TextReport(Verdict verdict, Screen screen) {
    this.verdict = verdict;
    this.screen = screen;
  }

  /**
   * The lines of a verdict.
   *
   * @param sarif where the whole report is, for when lines are left out
   */
  public static List<Line> lines(Verdict verdict, Screen screen, String sarif) {
    TextReport report = new TextReport(verdict, screen);
    report.findings(verdict.standing(), sarif);
    report.obstacles();
    report.notifications(sarif);
    report.lines.addAll(BaselineLines.of(verdict, screen));
    if (!screen.isForAgent()) {
      report.table();
    }
    report.end();
    report.audit(sarif);
    return report.lines;
  }

  /** Where to see who wrote what, if that is all that blocks. */
  private void audit(String sarif) {
    boolean isByAuthors =
        verdict.obstacles().stream().anyMatch(each -> each.kind() != Obstacle.Kind.UNREAD);
    if (isByAuthors && verdict.blocking().isEmpty()) {
      String file = sarif.substring(0, sarif.lastIndexOf('/') + 1) + AuditTrail.NAME;
      lines.add(Line.error("See more: " + file));
    }
  }

  /**
   * The lines about what was decided last, with all modules of a build known, and the table of the
   * whole build. What was said before is not repeated.
   *
   * @param late the findings to show
   */
  public static List<Line> late(Verdict verdict, List<Judged> late, Screen screen) {
    TextReport report = new TextReport(verdict, screen);
    report.lines.add(
        Line.info(
            "Decided with all modules of the build known: " + counted(late.size(), "finding")));
    report.findings(late, "the reports of the modules");
    report.lines.addAll(BaselineLines.of(verdict, screen));
    if (!screen.isForAgent()) {
      report.table();
    }
    report.end();
    return report.lines;
  }

  /** A line for each finding. */
  static List<Line> findings(List<Judged> findings, Verdict verdict, Screen screen) {
    TextReport report = new TextReport(verdict, screen);
    report.findings(findings, "the reports of `" + screen.goal("check") + "`");
    return report.lines;
  }

  /** Only what blocks and why, for who wants no report on the screen. */
  public static List<Line> brief(Verdict verdict, Screen screen) {
    TextReport report = new TextReport(verdict, screen);
    report.end();
    return report.lines;
  }

  private void findings(List<Judged> standing, String sarif) {
    for (Judged each : standing.subList(0, Math.min(standing.size(), MOST_FINDINGS))) {
      lines.add(new Line(level(each), finding(each, screen)));
    }
    if (standing.size() > MOST_FINDINGS) {
      lines.add(Line.warning((standing.size() - MOST_FINDINGS) + " more findings are in " + sarif));
    }
  }

  private static Line.Level level(Judged judged) {
    if (judged.blocks()) {
      return Line.Level.ERROR;
    }
    return judged.severity() == Severity.NOTE ? Line.Level.INFO : Line.Level.WARNING;
  }

  /** A finding in one line. */
  static String finding(Judged judged, Screen screen) {
    Finding finding = judged.finding();
    String severity = judged.severity().name().toLowerCase(Locale.ROOT);
    String shown = judged.blocks() ? screen.red(severity) : screen.yellow(severity);
    String kind =
        "[" + judged.zone().name() + " " + shown + (judged.isPreview() ? ", preview" : "") + "] ";
    String rejected = judged.suppression() == null ? "" : " (" + judged.why() + ")";
    return finding.path()
        + ":"
        + Math.max(1, finding.at().startLine())
        + ":"
        + Math.max(1, finding.at().startColumn())
        + " "
        + finding.ruleId()
        + "/"
        + finding.pattern()
        + " "
        + kind
        + finding.message()
        + rejected;
  }

  private void obstacles() {
    for (Obstacle each : verdict.obstacles()) {
      String place =
          each.path().isEmpty() ? "" : each.path() + ":" + Math.max(1, each.line()) + ":1 ";
      lines.add(
          Line.error(
              place + "[" + each.zone().name() + " " + screen.red("blocked") + "] " + each.why()));
    }
  }

  private void notifications(String sarif) {
    List<Notification> all = verdict.notifications();
    for (Notification each : all.subList(0, Math.min(all.size(), MOST_NOTIFICATIONS))) {
      String place =
          each.at().isPresent() ? ":" + each.at().startLine() + ":" + each.at().startColumn() : "";
      lines.add(Line.warning(each.path() + place + " " + each.message()));
    }
    if (all.size() > MOST_NOTIFICATIONS) {
      lines.add(
          Line.warning(
              (all.size() - MOST_NOTIFICATIONS)
                  + " more files or places not judged whole are in "
                  + sarif));
    }
    Quality quality = Quality.NONE;
    for (ZoneCount each : verdict.zones()) {
      quality = quality.plus(each.quality());
    }
    if (quality.unresolvedPercent() > 1) {
      lines.add(
          Line.info(
              quality.unresolved()
                  + " of "
                  + quality.uses()
                  + " calls unresolved ("
                  + quality.unresolvedPercent()
                  + "%); what needs their types is not found"));
    }
  }

  private void table() {
    List<ZoneCount> zones = shownZones();
    int name = zones.stream().mapToInt(each -> each.zone().name().length()).max().orElse(0);
    String row = "%-" + Math.max(4, name) + "s  %-11s  %7s  %7s  %8s  %7s  %10s  %8s";
    lines.add(Line.info(""));
    lines.add(
        Line.info(
            screen.bold(
                format(
                    row,
                    "zone",
                    "tier",
                    "files",
                    "errors",
                    "warnings",
                    "notes",
                    "suppressed",
                    "blocking"))));
    for (ZoneCount each : zones) {
      String text =
          format(
              row,
              each.zone().name(),
              each.zone().tier().id(),
              each.files(),
              each.errors(),
              each.warnings(),
              each.notes(),
              each.suppressed(),
              each.blocking());
      lines.add(Line.info(each.blocking() > 0 ? screen.red(text) : text));
    }
    lines.add(Line.info(""));
  }

  /** A module of many shows its own zones only. */
  private List<ZoneCount> shownZones() {
    boolean isAllEmpty = verdict.files() == 0;
    return verdict.zones().stream().filter(each -> isAllEmpty || each.files() > 0).toList();
  }

  private static String format(String row, Object... cells) {
    return String.format(Locale.ROOT, row, cells);
  }

  private void end() {
    if (verdict.passes()) {
      lines.add(
          Line.info(
              screen.green("Passed")
                  + ": "
                  + counted(verdict.files(), "file")
                  + ", nothing blocks"));
      if (!verdict.standing().isEmpty()) {
        lines.add(Line.info("See more: " + explain(verdict.standing().get(0))));
      }
      return;
    }
    for (ZoneCount each : verdict.zones()) {
      if (each.blocking() > 0) {
        lines.add(
            Line.error(
                screen.red("Blocked") + " in zone `" + each.zone().name() + "`: " + reason(each)));
      }
    }
    List<Judged> blocking = verdict.blocking();
    if (!blocking.isEmpty()) {
      lines.add(Line.error("See more: " + explain(blocking.get(0))));
    }
  }

  private String reason(ZoneCount count) {
    Map<String, Integer> byPattern = new LinkedHashMap<>();
    verdict.blocking().stream()
        .filter(each -> each.zone().equals(count.zone()))
        .forEach(each -> byPattern.merge(each.finding().key(), 1, Integer::sum));
    List<String> what = new ArrayList<>();
    byPattern.entrySet().stream()
        .sorted((a, b) -> b.getValue() - a.getValue())
        .limit(3)
        .forEach(each -> what.add(each.getValue() + " " + each.getKey()));
    int rest = byPattern.size() - what.size();
    if (rest > 0) {
      what.add("and " + counted(rest, "other pattern"));
    }
    for (Obstacle.Kind kind : Obstacle.Kind.values()) {
      long obstacles = obstacles(count.zone(), kind);
      if (obstacles > 0) {
        what.add(obstacles + " " + kind.label());
      }
    }
    long stale =
        verdict.stale().stream()
            .filter(each -> each.blocks() && each.zone().equals(count.zone()))
            .count();
    if (stale > 0) {
      what.add(stale + " stale in the baseline");
    }
    boolean isByAuthors =
        byPattern.isEmpty() && stale == 0 && obstacles(count.zone(), Obstacle.Kind.UNREAD) == 0;
    return String.join(", ", what)
        + " ("
        + count.zone().tier().id()
        + ": "
        + (isByAuthors
            ? count.zone().authors().machineWritten().policy()
            : count.zone().strictness().blocksOn().policy())
        + ")";
  }

  private long obstacles(Zone zone, Obstacle.Kind kind) {
    return verdict.obstacles().stream()
        .filter(each -> each.kind() == kind && each.zone().equals(zone))
        .count();
  }

  private String explain(Judged judged) {
    return screen.explain() + " -Dissue=" + judged.finding().rule();
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
