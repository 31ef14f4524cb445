package dev.zonegate.match;

import java.util.Arrays;
import java.util.Collection;

/**
 * How some words begin, two letters of each: tells of most names that they have none of these words
 * without taking them apart.
 */
public final class WordStarts {
  private static final int LETTERS = 26;

  /** No second letter. */
  private static final int END = LETTERS;

  private final boolean[][] starts = new boolean[LETTERS][LETTERS + 1];

  /** The beginnings of words in lower case. */
  public WordStarts(Collection<String> words) {
    for (String word : words) {
      int first = letter(word, 0);
      if (first != END && word.length() > 1) {
        starts[first][letter(word, 1)] = true;
      } else if (first != END) {
        Arrays.fill(starts[first], true);
      }
    }
  }

  /** False if none of the words is one of the {@link Words} of {@code name}. */
  public boolean mayBeIn(String name) {
    for (int at = 0; at < name.length(); at++) {
      int first = letter(name, at);
      if (first != END && mayStart(name, at) && starts[first][letter(name, at + 1)]) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayStart(String name, int at) {
    return at == 0 || name.charAt(at) <= 'Z' || letter(name, at - 1) == END;
  }

  private static int letter(String text, int at) {
    char letter = at < text.length() ? text.charAt(at) : ' ';
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a';
    }
    return letter >= 'A' && letter <= 'Z' ? letter - 'A' : END;
  }
}
