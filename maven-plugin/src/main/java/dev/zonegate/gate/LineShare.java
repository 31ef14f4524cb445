package dev.zonegate.gate;

import dev.zonegate.provenance.Authorship;
import dev.zonegate.provenance.FileProvenance;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Who wrote the lines of a zone that count: all of them, or those that a change brought.
 *
 * @param lines how many each author has
 * @param machine how many of them count as machine-written there
 */
public record LineShare(Map<Authorship, Integer> lines, int machine) {
  /** Of a zone without lines. */
  public static final LineShare NONE = new LineShare(Map.of(), 0);

  public LineShare {
    Map<Authorship, Integer> sorted = new EnumMap<>(Authorship.class);
    sorted.putAll(lines);
    lines = Collections.unmodifiableMap(sorted);
  }

  /** That of a file in a zone. */
  public static LineShare of(FileProvenance file, Zone zone) {
    Map<Authorship, Integer> lines = file.lines();
    Set<Authorship> machines = zone.authors().machines();
    int machine =
        lines.entrySet().stream()
            .filter(each -> machines.contains(each.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new LineShare(lines, machine);
  }

  public LineShare plus(LineShare other) {
    Map<Authorship, Integer> sum = new EnumMap<>(Authorship.class);
    sum.putAll(lines);
    other.lines.forEach((who, number) -> sum.merge(who, number, Integer::sum));
    return new LineShare(sum, machine + other.machine);
  }

  /** How many lines there are. */
  public int all() {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The machine-written share in percent, rounded up. */
  public int machinePercent() {
    int all = all();
    return all == 0 ? 0 : (int) ((100L * machine + all - 1) / all);
  }
}
