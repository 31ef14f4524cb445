package dev.zonegate.match;

import java.util.List;

/**
 * What a text is made of.
 *
 * @param text the fixed pieces in order, with {@link #HOLE} for each other one; of alternatives all
 *     are there, one after the other
 * @param parts the pieces that can hold text of somebody's choice; guarded ones, numbers, enums and
 *     the like are left out
 */
public record Composition(String text, List<TextPart> parts) {
  /** Stands for a piece that is not fixed. */
  public static final char HOLE = '\uFFFC';

  /** Whether nothing but a single piece makes up the whole text. */
  public boolean isPassedOn() {
    return text.strip().equals(String.valueOf(HOLE));
  }
}
