package dev.zonegate.provenance;

import java.util.ArrayList;
import java.util.List;

/** Lines from one to another, 1-based, both included. */
record LineRange(int first, int last) {
  private static final int MOST_DIGITS = 8;

  boolean contains(int line) {
    return line >= first && line <= last;
  }

  /**
   * Reads {@code 3-4,9}; empty parts are skipped.
   *
   * @param most how many are allowed
   */
  static List<LineRange> list(String text, int most) throws MalformedRecordException {
    List<LineRange> ranges = new ArrayList<>();
    for (String part : text.split(",")) {
      if (part.isEmpty()) {
        continue;
      }
      int dash = part.indexOf('-');
      int first = number(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : number(part.substring(dash + 1));
      if (first < 1 || last < first) {
        throw new MalformedRecordException("has a range that is no range of lines");
      }
      ranges.add(new LineRange(first, last));
      if (ranges.size() > most) {
        throw new MalformedRecordException("has more than " + most + " ranges of lines");
      }
    }
    return ranges;
  }

  private static int number(String text) throws MalformedRecordException {
    if (text.isEmpty()
        || text.length() > MOST_DIGITS
        || !text.chars().allMatch(each -> each >= '0' && each <= '9')) {
      throw new MalformedRecordException("has a range whose end is no number of a line");
    }
    return Integer.parseInt(text);
  }
}
