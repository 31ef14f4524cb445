package dev.zonegate.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Several texts that are looked for in another one in a single pass, whatever their case: three
 * letters turn most places away.
 */
public final class FixedTexts {
  private static final int START = 3;
  private static final int SLOTS = 1 << 12;

  private final List<List<String>> slots = new ArrayList<>();

  /**
   * The texts to look for.
   *
   * @throws IllegalArgumentException if one is shorter than three letters
   */
  public FixedTexts(Collection<String> texts) {
    for (int i = 0; i < SLOTS; i++) {
      slots.add(List.of());
    }
    for (String each : texts) {
      if (each.length() < START) {
        throw new IllegalArgumentException("too short to be looked for: " + each);
      }
      List<String> slot = new ArrayList<>(slots.get(slot(each, 0)));
      slot.add(each);
      slots.set(slot(each, 0), slot);
    }
  }

  /** Those that stand anywhere in {@code text}. */
  public Set<String> in(String text) {
    Set<String> found = new HashSet<>();
    for (int at = 0; at + START <= text.length(); at++) {
      for (String each : slots.get(slot(text, at))) {
        if (text.regionMatches(true, at, each, 0, each.length())) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private static int slot(String text, int at) {
    int code = 31 * (31 * small(text, at) + small(text, at + 1)) + small(text, at + 2);
    return code & (SLOTS - 1);
  }

  /** One number for a letter and its capital. */
  private static int small(String text, int at) {
    return text.charAt(at) | ' ';
  }
}
