package dev.zonegate.gate;

import java.util.List;

/**
 * A pattern over the parts of a path or package: {@code **} stands for any number of parts, and
 * within a part {@code *}, {@code ?} and {@code [a-z]} for characters. Takes time proportional to
 * pattern times text, whatever the pattern.
 */
record Segments(List<String> parts) {
  static final String ANY = "**";

  boolean matches(List<String> names) {
    int part = 0;
    int name = 0;
    int star = -1;
    int resume = 0;
    while (name < names.size()) {
      if (part < parts.size() && parts.get(part).equals(ANY)) {
        star = part++;
        resume = name;
      } else if (part < parts.size() && matches(parts.get(part), names.get(name))) {
        part++;
        name++;
      } else if (star >= 0) {
        part = star + 1;
        name = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part).equals(ANY)) {
      part++;
    }
    return part == parts.size();
  }

  private static boolean matches(String pattern, String text) {
    int at = 0;
    int i = 0;
    int star = -1;
    int resume = 0;
    while (i < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length() && matchesOne(pattern, at, text.charAt(i))) {
        at = next(pattern, at);
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean matchesOne(String pattern, int at, char c) {
    return switch (pattern.charAt(at)) {
      case '?' -> true;
      case '\\' -> pattern.charAt(at + 1) == c;
      case '[' -> isInClass(pattern, at, c);
      default -> pattern.charAt(at) == c;
    };
  }

  private static boolean isInClass(String pattern, int at, char c) {
    int end = pattern.indexOf(']', at + 2);
    boolean isNegated = pattern.charAt(at + 1) == '!';
    boolean isIn = false;
    for (int i = isNegated ? at + 2 : at + 1; i < end; i++) {
      boolean isRange = i + 2 < end && pattern.charAt(i + 1) == '-';
      char low = pattern.charAt(i);
      char high = isRange ? pattern.charAt(i + 2) : low;
      isIn |= low <= c && c <= high;
      i += isRange ? 2 : 0;
    }
    return isIn != isNegated;
  }

  /** The index after the character pattern at {@code at}. */
  private static int next(String pattern, int at) {
    return switch (pattern.charAt(at)) {
      case '\\' -> at + 2;
      case '[' -> pattern.indexOf(']', at + 2) + 1;
      default -> at + 1;
    };
  }
}
