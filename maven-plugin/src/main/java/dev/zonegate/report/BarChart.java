package dev.zonegate.report;

import dev.zonegate.gate.Judged;
import dev.zonegate.gate.LineShare;
import dev.zonegate.provenance.Authorship;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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
  record Bar(String label, String shown, String told, String value, List<Part> parts, int top) {
    public int base() {
      return top + ROW - GAP;
    }

    public int valueStart() {
      // a run may have found nothing
      Part last = parts.isEmpty() ? new Part("", LABEL, top, 0) : parts.get(parts.size() - 1);
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
    int blocking = (int) findings.stream().filter(Judged::blocks).count();
    return bar(label, counts, blocking, top, most);
  }

  /** What several runs found, in the order given. */
  static BarChart ofRuns(String title, List<EarlierRun> runs) {
    int most = Math.max(1, runs.stream().mapToInt(EarlierRun::all).max().orElse(1));
    List<Bar> bars = new ArrayList<>();
    for (EarlierRun each : runs) {
      int[] counts = new int[Severity.values().length];
      counts[Severity.ERROR.ordinal()] = each.errors();
      counts[Severity.WARNING.ordinal()] = each.warnings();
      counts[Severity.NOTE.ordinal()] = each.notes();
      bars.add(bar(each.label(), counts, each.blocking(), bars.size() * ROW, most));
    }
    return new BarChart(title, "run", WIDTH, bars.size() * ROW, bars);
  }

  private static Bar bar(String label, int[] counts, int blocking, int top, int most) {
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
        shown(label),
        told(counts, blocking),
        before + (blocking == 0 ? "" : " (" + blocking + " block)"),
        parts,
        top);
  }

  private static String told(int[] counts, int blocking) {
    return counts[Severity.ERROR.ordinal()]
        + " errors, "
        + counts[Severity.WARNING.ordinal()]
        + " warnings, "
        + counts[Severity.NOTE.ordinal()]
        + " notes; "
        + blocking
        + " block";
  }

  private static String shown(String label) {
    return label.length() > LONGEST_LABEL
        ? "\u2026" + label.substring(label.length() - LONGEST_LABEL + 1)
        : label;
  }

  /**
   * Who wrote the lines of each zone: bars of one length, since it is shares that are compared.
   *
   * @param told by the name of the zone, to stand behind its bar
   */
  static BarChart ofShares(
      String title, Map<String, LineShare> shares, Function<String, String> told) {
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<String, LineShare> each : shares.entrySet()) {
      if (bars.size() < MOST_BARS && each.getValue().all() > 0) {
        String name = each.getKey();
        List<Part> parts = parts(each.getValue(), bars.size() * ROW);
        String lines =
            each.getValue().lines().entrySet().stream()
                .map(part -> part.getValue() + " " + part.getKey().id())
                .collect(Collectors.joining(", "));
        bars.add(new Bar(name, shown(name), lines, told.apply(name), parts, bars.size() * ROW));
      }
    }
    return new BarChart(title, "zone", WIDTH, bars.size() * ROW, bars);
  }

  private static List<Part> parts(LineShare share, int top) {
    List<Part> parts = new ArrayList<>();
    int room = WIDTH - LABEL - VALUE;
    int before = 0;
    for (Map.Entry<Authorship, Integer> each : share.lines().entrySet()) {
      int from = LABEL + (int) ((long) room * before / share.all());
      before += each.getValue();
      int to = LABEL + (int) ((long) room * before / share.all());
      int y = top + (ROW - THICKNESS) / 2;
      parts.add(new Part("by-" + each.getKey().id(), from, y, Math.max(1, to - from)));
    }
    return parts;
  }
}
