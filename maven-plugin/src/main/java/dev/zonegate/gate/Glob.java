package dev.zonegate.gate;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for paths, as in {@code .gitignore}: with a slash it starts at the root, without one it
 * matches at any depth; {@code **} stands for any folders; a folder that matches takes all below it
 * along. Compares case, on every system. No {@code !}: zones are tried in order instead.
 */
public final class Glob {
  private static final int LONGEST = 500;

  private final String text;
  private final Segments segments;

  private Glob(String text, Segments segments) {
    this.text = text;
    this.segments = segments;
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if it cannot mean anything; the message says what to do
   */
  public static Glob of(String text) {
    check(text);
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    boolean isAnchored = bare.contains("/");
    List<String> parts = new ArrayList<>();
    if (!isAnchored) {
      parts.add(Segments.ANY);
    }
    for (String part : (bare.startsWith("/") ? bare.substring(1) : bare).split("/", -1)) {
      checkPart(part);
      if (!part.equals(Segments.ANY) || !endsWithAny(parts)) {
        parts.add(part);
      }
    }
    if (!endsWithAny(parts)) {
      parts.add(Segments.ANY);
    }
    return new Glob(text, new Segments(List.copyOf(parts)));
  }

  /** Whether a path, relative to the root and with {@code /}, is meant. */
  public boolean matches(String path) {
    return segments.matches(List.of(path.split("/")));
  }

  /** Whether it takes every path: {@code **}, {@code *} and the like. */
  boolean isEverything() {
    List<String> names =
        segments.parts().stream().filter(each -> !each.equals(Segments.ANY)).toList();
    return names.isEmpty() || names.equals(List.of("*"));
  }

  private static boolean endsWithAny(List<String> parts) {
    return !parts.isEmpty() && parts.get(parts.size() - 1).equals(Segments.ANY);
  }

  private static void check(String text) {
    if (text.isBlank() || text.equals("/")) {
      throw new IllegalArgumentException("is empty; write `**` for every file");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters; shorten it");
    }
    if (text.startsWith("!")) {
      throw new IllegalArgumentException(
          "excludes with `!`; put a zone for the exception before this one");
    }
    if (text.matches("^[A-Za-z]:[/\\\\].*")) {
      throw new IllegalArgumentException(
          "is absolute; write it relative to the folder of the policy");
    }
  }

  private static void checkPart(String part) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("has an empty part; write one `/` between names");
    }
    if (part.equals("..") || part.equals(".")) {
      throw new IllegalArgumentException(
          "steps with `" + part + "`; write it relative to the folder of the policy");
    }
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '\\') {
        if (i + 1 == part.length() || "*?[]{}\\!".indexOf(part.charAt(i + 1)) < 0) {
          throw new IllegalArgumentException("has a `\\`; write `/` between folders");
        }
        i++;
      } else if (c == '{' || c == '}') {
        throw new IllegalArgumentException("has `" + c + "`, no wildcard here; list two patterns");
      } else if (c == '[') {
        i = part.indexOf(']', i + 2);
        if (i < 0) {
          throw new IllegalArgumentException("has a `[` that nothing closes; add `]`");
        }
      }
    }
  }

  /** The pattern as written. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
