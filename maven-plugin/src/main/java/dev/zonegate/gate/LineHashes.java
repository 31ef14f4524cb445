package dev.zonegate.gate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Hashes each line of a text with the 100 characters that follow, blanks left out, so that a code
 * host can follow a finding through edits elsewhere in the file. The result is what SARIF consumers
 * call {@code primaryLocationLineHash}: a polynomial hash to the base 37 in 64 bits, in
 * hexadecimal, and a colon with how often the same hash was met before in the file, this time
 * included.
 */
public final class LineHashes {
  private static final int WINDOW = 100;
  private static final long BASE = 37;
  private static final int END = 65535;

  private final Map<Integer, String> byLine = new HashMap<>();
  private final Map<Long, Integer> met = new HashMap<>();
  private final int[] window = new int[WINDOW];
  private final int[] lines = new int[WINDOW];
  private final long leaving;
  private long hash;
  private int at;

  private LineHashes(String text) {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= BASE;
    }
    leaving = power;
    Arrays.fill(lines, 0);
    read(text);
  }

  /** The hashes of a text by 1-based line. */
  public static Map<Integer, String> of(String text) {
    return new LineHashes(text).byLine;
  }

  private void read(String text) {
    int line = 0;
    boolean startsLine = true;
    for (int i = 0; i <= text.length(); i++) {
      int c = i < text.length() ? text.charAt(i) : END;
      boolean isSecondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if (c == ' ' || c == '\t' || isSecondOfPair) {
        continue;
      }
      emit();
      if (startsLine) {
        lines[at] = ++line;
      }
      startsLine = c == '\n' || c == '\r';
      shift(c == '\r' ? '\n' : c);
    }
    for (int i = 0; i < WINDOW; i++) {
      emit();
      shift(0);
    }
  }

  /** Ends the hash of the line that started a whole window ago. */
  private void emit() {
    if (lines[at] > 0) {
      int count = met.merge(hash, 1, Integer::sum);
      byLine.put(lines[at], Long.toHexString(hash) + ":" + count);
      lines[at] = 0;
    }
  }

  private void shift(int c) {
    hash = BASE * hash + c - leaving * window[at];
    window[at] = c;
    at = (at + 1) % WINDOW;
  }
}
