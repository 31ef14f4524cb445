package dev.zonegate.match;

import java.util.Set;

/** The words of a text that are Java identifiers or keywords, wherever they stand. */
public final class Identifiers {
  private static final int ASCII = 128;
  private static final boolean[] STARTS = new boolean[ASCII];
  private static final boolean[] CONTINUES = new boolean[ASCII];

  static {
    for (char each = 0; each < ASCII; each++) {
      STARTS[each] = Character.isJavaIdentifierStart(each);
      CONTINUES[each] = Character.isJavaIdentifierPart(each);
    }
  }

  private Identifiers() {}

  /** Which words are wanted, by their first and last letter. */
  @FunctionalInterface
  public interface Wanted {
    boolean test(char first, char last);
  }

  /** Adds the wanted ones in {@code text} between two offsets to {@code found}. */
  public static void add(String text, int from, int to, Wanted wanted, Set<String> found) {
    char[] letters = new char[to - from];
    text.getChars(from, to, letters, 0);
    int at = 0;
    while (at < letters.length) {
      if (starts(letters[at])) {
        int end = at + 1;
        while (end < letters.length && continues(letters[end])) {
          end++;
        }
        if (wanted.test(letters[at], letters[end - 1])) {
          found.add(new String(letters, at, end - at));
        }
        at = end;
      } else {
        at++;
      }
    }
  }

  private static boolean starts(char each) {
    return each < ASCII ? STARTS[each] : Character.isJavaIdentifierStart(each);
  }

  private static boolean continues(char each) {
    return each < ASCII ? CONTINUES[each] : Character.isJavaIdentifierPart(each);
  }
}
