package dev.zonegate.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes names apart: {@code resetToken}, {@code RESET_TOKEN} and {@code reset-token2} are the words
 * reset and token.
 */
public final class Words {
  private Words() {}

  /** The first of the words of {@code name}; empty if it has none. */
  public static String first(String name) {
    int start = 0;
    while (start < name.length() && !isLetter(name.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < name.length()
        && isLetter(name.charAt(end))
        && (end == start || !startsWord(name, end))) {
      end++;
    }
    return name.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /**
   * What an accessor is for: {@code name} without the first of {@code verbs} that it begins with,
   * where a capital follows.
   */
  public static String withoutVerb(String name, String... verbs) {
    for (String verb : verbs) {
      if (name.length() > verb.length()
          && isCapital(name.charAt(verb.length()))
          && name.startsWith(verb)) {
        return name.substring(verb.length());
      }
    }
    return name;
  }

  /** The words of {@code name} in lower case, without digits. */
  public static List<String> of(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !isLetter(name.charAt(i))) {
        add(name, start, i, words);
        start = i + 1;
      } else if (i > start && startsWord(name, i)) {
        add(name, start, i, words);
        start = i;
      }
    }
    return words;
  }

  /** A capital after a small letter, or the last of several before a small one: XMLReader. */
  private static boolean startsWord(String name, int at) {
    return isCapital(name.charAt(at))
        && (!isCapital(name.charAt(at - 1))
            || at + 1 < name.length() && isSmall(name.charAt(at + 1)));
  }

  private static void add(String name, int from, int to, List<String> words) {
    if (from < to) {
      words.add(name.substring(from, to).toLowerCase(Locale.ROOT));
    }
  }

  private static boolean isLetter(char letter) {
    return isSmall(letter) || isCapital(letter);
  }

  private static boolean isSmall(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isCapital(char letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
