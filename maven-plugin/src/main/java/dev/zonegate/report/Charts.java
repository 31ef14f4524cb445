package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.gate.LineShare;
import dev.zonegate.gate.ZoneCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page draws: what was found where, earlier and now, and how much a machine wrote. */
final class Charts {
  private Charts() {}

  /**
   * Findings by zone, rule and module, and what there was before.
   *
   * @param standing findings that nothing leaves out
   */
  static List<BarChart> of(ReportInput input, List<Judged> standing) {
    List<EarlierRun> trend = trend(input);
    BarChart modules =
        BarChart.of(
            "Findings by module", "module", standing, each -> module(each.finding().path()));
    List<BarChart> charts = new ArrayList<>();
    charts.add(BarChart.of("Findings by zone", "zone", standing, each -> each.zone().name()));
    charts.add(BarChart.of("Findings by rule", "rule", standing, each -> each.finding().rule()));
    if (modules.bars().size() > 1) {
      charts.add(modules);
    }
    charts.removeIf(each -> each.bars().isEmpty());
    if (!trend.isEmpty()) {
      charts.add(BarChart.ofRuns("Findings of earlier runs", trend));
    }
    return charts;
  }

  /** What it came to before and now; nothing if nobody kept what was before. */
  private static List<EarlierRun> trend(ReportInput input) {
    if (input.earlier().isEmpty()) {
      return List.of();
    }
    int errors = 0;
    int warnings = 0;
    int notes = 0;
    int blocking = 0;
    for (ZoneCount each : input.verdict().zones()) {
      errors += each.errors();
      warnings += each.warnings();
      notes += each.notes();
      blocking += each.blocking();
    }
    List<EarlierRun> runs = new ArrayList<>(input.earlier());
    runs.add(new EarlierRun("now", errors, warnings, notes, blocking));
    return runs;
  }

  /** The machine-written share of each zone that git was asked about. */
  static BarChart authors(ReportInput input) {
    Map<String, LineShare> inOrder = new LinkedHashMap<>();
    Map<String, String> told = new HashMap<>();
    for (ZoneCount each : input.verdict().zones()) {
      LineShare share = input.authors().shares().get(each.zone().name());
      if (share != null) {
        int findings = each.errors() + each.warnings() + each.notes();
        inOrder.put(each.zone().name(), share);
        told.put(
            each.zone().name(),
            share.machinePercent() + "%, " + findings + (findings == 1 ? " finding" : " findings"));
      }
    }
    return BarChart.ofShares("Machine-written share by zone", inOrder, told::get);
  }

  /** The folder above the sources, where Maven keeps a module. */
  static String module(String path) {
    int sources = ("/" + path).indexOf("/src/");
    return sources <= 0 ? "." : path.substring(0, sources - 1);
  }
}
