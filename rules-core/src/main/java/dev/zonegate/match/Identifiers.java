package dev.zonegate.match;

import java.util.Set;
import java.util.function.IntPredicate;

/** The words of a text that are Java identifiers or keywords, wherever they stand. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * Adds those in {@code text} between two offsets to {@code found} that begin with a wanted
   * letter.
   */
  public static void add(String text, int from, int to, IntPredicate isWanted, Set<String> found) {
    char[] letters = new char[to - from];
    text.getChars(from, to, letters, 0);
    int at = 0;
    while (at < letters.length) {
      if (starts(letters[at])) {
        int end = at + 1;
        while (end < letters.length && continues(letters[end])) {
          end++;
        }
        if (isWanted.test(letters[at])) {
          found.add(new String(letters, at, end - at));
        }
        at = end;
      } else {
        at++;
      }
    }
  }

  private static boolean starts(char each) {
    return isLetter(each) || each >= 128 && Character.isJavaIdentifierStart(each);
  }

  private static boolean continues(char each) {
    return isLetter(each)
        || each >= '0' && each <= '9'
        || (each < ' ' || each > 'z') && Character.isJavaIdentifierPart(each);
  }

  private static boolean isLetter(char each) {
    return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each == '_' || each == '$';
  }
}
