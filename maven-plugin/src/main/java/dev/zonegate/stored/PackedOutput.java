package dev.zonegate.stored;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Numbers of few bytes if they are small, and texts that stand in a table once. Where something is
 * stands apart from what it is, so that what only moved can be told.
 */
final class PackedOutput {
  private static final int LOW = 0x7F;
  private static final int BITS = 7;

  private final ByteList body = new ByteList();
  private final ByteList places = new ByteList();
  private final Map<String, Integer> texts = new LinkedHashMap<>();

  /** A number that is seldom negative. */
  void number(int number) {
    number(number, body);
  }

  /** A number of a line or column. */
  void place(int number) {
    number(number, places);
  }

  private static void number(int number, ByteList out) {
    int left = number;
    while ((left & ~LOW) != 0) {
      out.add(left & LOW | LOW + 1);
      left >>>= BITS;
    }
    out.add(left);
  }

  /** A text, or null. */
  void text(String text) {
    number(text == null ? 0 : texts.computeIfAbsent(text, key -> texts.size() + 1));
  }

  /** What was written, but for places. */
  byte[] what() {
    ByteList all = new ByteList();
    number(body.size(), all);
    number(texts.size(), all);
    for (String each : texts.keySet()) {
      byte[] text = each.getBytes(StandardCharsets.UTF_8);
      number(text.length, all);
      all.addAll(text);
    }
    all.addAll(body);
    return all.toArray();
  }

  /** The places that were written. */
  byte[] where() {
    return places.toArray();
  }
}
