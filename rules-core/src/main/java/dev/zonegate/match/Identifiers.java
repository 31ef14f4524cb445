package dev.zonegate.match;

import java.util.HashSet;
import java.util.Set;

/** The words of a text that are Java identifiers or keywords, wherever they stand. */
public final class Identifiers {
  private Identifiers() {}

  /** Those in {@code text} from the offset {@code start} on. */
  public static Set<String> in(String text, int start) {
    Set<String> found = new HashSet<>();
    int at = start;
    while (at < text.length()) {
      if (Character.isJavaIdentifierStart(text.charAt(at))) {
        int end = at + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
          end++;
        }
        found.add(text.substring(at, end));
        at = end;
      } else {
        at++;
      }
    }
    return found;
  }
}
