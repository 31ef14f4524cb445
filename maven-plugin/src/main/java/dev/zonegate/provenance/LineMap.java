package dev.zonegate.provenance;

import java.util.NavigableMap;
import java.util.TreeMap;

/** What holds for each line; what is said later wins. */
final class LineMap<T> {
  private final NavigableMap<Integer, T> fromLine = new TreeMap<>();

  void set(LineRange range, T value) {
    int next = range.last() + 1;
    T after = at(next);
    fromLine.subMap(range.first(), true, range.last(), true).clear();
    fromLine.put(range.first(), value);
    if (!fromLine.containsKey(next)) {
      fromLine.put(next, after);
    }
  }

  /** The value of a line, or null. */
  T at(int line) {
    var entry = fromLine.floorEntry(line);
    return entry == null ? null : entry.getValue();
  }
}
