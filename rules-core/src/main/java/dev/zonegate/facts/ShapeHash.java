package dev.zonegate.facts;

/** A hash of 64 bits over numbers and words in order; the same in every virtual machine. */
final class ShapeHash {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private long state = PRIME;

  void add(int number) {
    state = (state ^ number) * PRIME;
    state ^= state >>> 29;
  }

  /** A word counts by its hash code, which Java defines, and its length. */
  void add(String word) {
    add(word.hashCode());
    add(word.length());
  }

  /** What was added so far, in hexadecimal digits. */
  String text() {
    return Long.toHexString(state);
  }
}
