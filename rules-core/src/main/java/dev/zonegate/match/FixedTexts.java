package dev.zonegate.match;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Several texts that are looked for in another one in a single pass, whatever their case: three
 * letters turn most places away.
 */
public final class FixedTexts {
  private static final int START = 3;
  private static final int SLOTS = 1 << 12;

  private static final String[] NONE = {};

  private final String[][] slots = new String[SLOTS][];

  /**
   * The texts to look for.
   *
   * @throws IllegalArgumentException if one is shorter than three letters
   */
  public FixedTexts(Collection<String> texts) {
    Arrays.fill(slots, NONE);
    for (String each : texts) {
      if (each.length() < START) {
        throw new IllegalArgumentException("too short to be looked for: " + each);
      }
      int slot = slot(small(each.charAt(0)), small(each.charAt(1)), small(each.charAt(2)));
      String[] longer = Arrays.copyOf(slots[slot], slots[slot].length + 1);
      longer[slots[slot].length] = each;
      slots[slot] = longer;
    }
  }

  /** Those that stand anywhere in {@code text}. */
  public Set<String> in(String text) {
    if (text.length() < START) {
      return Set.of();
    }
    Set<String> found = Set.of();
    char[] letters = text.toCharArray();
    int first = small(letters[0]);
    int second = small(letters[1]);
    for (int at = 2; at < letters.length; at++) {
      int third = small(letters[at]);
      for (String each : slots[slot(first, second, third)]) {
        if (text.regionMatches(true, at - 2, each, 0, each.length())) {
          found = found.isEmpty() ? new HashSet<>() : found;
          found.add(each);
        }
      }
      first = second;
      second = third;
    }
    return found;
  }

  private static int slot(int first, int second, int third) {
    return 31 * (31 * first + second) + third & SLOTS - 1;
  }

  /** One number for a letter and its capital. */
  private static int small(char letter) {
    return letter | ' ';
  }
}
