package dev.zonegate.stored;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link PackedOutput} wrote, and never beyond it. */
final class PackedInput {
  private static final int LOW = 0x7F;
  private static final int BITS = 7;

  private final byte[] bytes;
  private final int end;
  private final int[] starts;
  private final String[] texts;
  private int at;
  private int place;

  /** Reads what was written, and behind it its places. */
  PackedInput(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
    int body = count();
    int count = count();
    starts = new int[count + 1];
    texts = new String[count];
    for (int i = 0; i < count; i++) {
      starts[i] = at;
      int size = count();
      at += size;
    }
    starts[count] = at;
    place = at + checked(body);
  }

  int number() {
    int number = 0;
    int shift = 0;
    int next;
    do {
      if (at >= end || shift >= Integer.SIZE) {
        throw new UnreadableException("it ends too early");
      }
      next = bytes[at++];
      number |= (next & LOW) << shift;
      shift += BITS;
    } while (next < 0);
    return number;
  }

  /** A number of a line or column. */
  int place() {
    int here = at;
    at = place;
    int number = number();
    place = at;
    at = here;
    return number;
  }

  /** A number of things that each take a byte or more. */
  int count() {
    return checked(number());
  }

  /** The same, one less than what is written; negative for none at all. */
  int countOrNone() {
    int number = number();
    return number == 0 ? -1 : checked(number - 1);
  }

  private int checked(int count) {
    if (count < 0 || count > end - at) {
      throw new UnreadableException("it promises more than it holds");
    }
    return count;
  }

  /** A text, or null. */
  String text() {
    int number = number() - 1;
    if (number < 0) {
      return null;
    }
    if (number >= texts.length) {
      throw new UnreadableException("it names a text that is not there");
    }
    String known = texts[number];
    if (known == null) {
      int start = starts[number];
      int from = start;
      while (bytes[from] < 0) {
        from++;
      }
      from++;
      known = new String(bytes, from, starts[number + 1] - from, StandardCharsets.UTF_8);
      texts[number] = known;
    }
    return known;
  }
}
