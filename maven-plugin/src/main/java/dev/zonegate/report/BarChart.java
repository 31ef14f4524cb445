package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Findings counted by something, laid out as horizontal bars of a part a severity.
 *
 * @param field what is counted by; the name of a filter of the page
 */
record BarChart(String title, String field, int width, int height, List<Bar> bars) {
  private static final int WIDTH = 600;
  private static final int LABEL = 190;
  private static final int VALUE = 120;
  private static final int ROW = 26;
  private static final int THICKNESS = 16;
  private static final int GAP = 8;
  private static final int LONGEST_LABEL = 26;
  private static final int MOST_BARS = 20;

  BarChart {
    bars = List.copyOf(bars);
  }

  /** A bar with its places. */
  record Bar(
      String label,
      String shown,
      int total,
      int errors,
      int warnings,
      int notes,
      int blocking,
      List<Part> parts,
      int top) {
    public int base() {
      return top + ROW - GAP;
    }

    public int valueStart() {
      Part last = parts.get(parts.size() - 1);
      return last.x() + last.length() + GAP;
    }

    public int labelEnd() {
      return LABEL - GAP;
    }

    public int rowHeight() {
      return ROW;
    }
  }

  /** A part of a bar. */
  record Part(String kind, int x, int y, int length) {
    public int thickness() {
      return THICKNESS;
    }
  }

  /** Counts findings; the most first, and of equals the first. */
  static BarChart of(
      String title, String field, List<Judged> findings, Function<Judged, String> key) {
    Map<String, List<Judged>> groups = new LinkedHashMap<>();
    findings.forEach(
        each -> groups.computeIfAbsent(key.apply(each), name -> new ArrayList<>()).add(each));
    List<Map.Entry<String, List<Judged>>> sorted = new ArrayList<>(groups.entrySet());
    sorted.sort((one, other) -> other.getValue().size() - one.getValue().size());
    int most = sorted.isEmpty() ? 1 : sorted.get(0).getValue().size();
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<String, List<Judged>> each : sorted) {
      if (bars.size() < MOST_BARS) {
        bars.add(bar(each.getKey(), each.getValue(), bars.size() * ROW, most));
      }
    }
    return new BarChart(title, field, WIDTH, bars.size() * ROW, bars);
  }

  private static Bar bar(String label, List<Judged> findings, int top, int most) {
    int[] counts = new int[Severity.values().length];
    findings.forEach(each -> counts[each.severity().ordinal()]++);
    List<Part> parts = new ArrayList<>();
    int room = WIDTH - LABEL - VALUE;
    int before = 0;
    for (Severity each : Severity.values()) {
      int count = counts[each.ordinal()];
      int from = LABEL + (int) ((long) room * before / most);
      before += count;
      int to = LABEL + (int) ((long) room * before / most);
      if (count > 0) {
        String kind = each.name().toLowerCase(Locale.ROOT);
        parts.add(new Part(kind, from, top + (ROW - THICKNESS) / 2, Math.max(1, to - from)));
      }
    }
    return new Bar(
        label,
        label.length() > LONGEST_LABEL
            ? "\u2026" + label.substring(label.length() - LONGEST_LABEL + 1)
            : label,
        findings.size(),
        counts[Severity.ERROR.ordinal()],
        counts[Severity.WARNING.ordinal()],
        counts[Severity.NOTE.ordinal()],
        (int) findings.stream().filter(Judged::blocks).count(),
        parts,
        top);
  }
}
