package dev.zonegate.rules.timezone;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A date pattern taken apart.
 *
 * @param text as written
 * @param fields its runs of one letter in order, quoted text left out
 */
record DatePattern(String text, List<DatePattern.Field> fields) {
  /**
   * A run of one letter.
   *
   * @param start its place in the pattern
   * @param separator the text between the field before and this one
   */
  record Field(char letter, int start, int length, String separator) {
    boolean isOneOf(String letters) {
      return letters.indexOf(letter) >= 0;
    }
  }

  static DatePattern of(String text) {
    List<Field> fields = new ArrayList<>();
    StringBuilder separator = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = i + 1;
      if (c == '\'') {
        int close = text.indexOf('\'', end);
        end = close < 0 ? text.length() : close + 1;
        separator.append(text, i, end);
      } else if (isLetter(c)) {
        while (end < text.length() && text.charAt(end) == c) {
          end++;
        }
        fields.add(new Field(c, i, end - i, separator.toString()));
        separator.setLength(0);
      } else {
        separator.append(c);
      }
      i = end;
    }
    return new DatePattern(text, List.copyOf(fields));
  }

  boolean has(String letters) {
    return first(letters) != null;
  }

  /** The first field of one of these letters, or null. */
  Field first(String letters) {
    return fields.stream().filter(each -> each.isOneOf(letters)).findFirst().orElse(null);
  }

  /** The first field for which {@code test} holds, given its place in {@link #fields}, or null. */
  Field firstAt(Predicate<Integer> test) {
    for (int i = 0; i < fields.size(); i++) {
      if (test.test(i)) {
        return fields.get(i);
      }
    }
    return null;
  }

  /** Whether there is a field of one of these letters at a place; no if the place is outside. */
  boolean isAt(int index, String letters) {
    return index >= 0 && index < fields.size() && fields.get(index).isOneOf(letters);
  }

  /** The text of a field. */
  String text(Field field) {
    return text.substring(field.start(), field.start() + field.length());
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
