package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comment, or line comments one below the other.
 *
 * @param comments one, or the line comments
 * @param subject the code that it stands beside: on its line or below it, else around it; null in a
 *     file without any
 * @param method the method in whose body it stands, or null
 */
record Remark(
    Comment.Kind kind, Span span, List<Comment> comments, Node subject, Decl.Method method) {
  /** Its text without delimiters. */
  List<String> lines() {
    return comments.stream().flatMap(Remark::lines).toList();
  }

  /** Its words with single spaces. */
  String text() {
    return words(lines());
  }

  /** Whether it is about {@code declared} as a whole: above it. */
  boolean isAbove(Decl.Method declared) {
    return subject == declared && method != declared;
  }

  boolean isIn(Decl.Method declared) {
    return method == declared;
  }

  private static Stream<String> lines(Comment comment) {
    String text = comment.text();
    int start = text.startsWith("//") ? 0 : 1;
    while (start < text.length() && text.charAt(start) == (text.startsWith("//") ? '/' : '*')) {
      start++;
    }
    int end = text.length();
    if (end - 2 >= start && text.endsWith("*/")) {
      end--;
      while (end > start && text.charAt(end - 1) == '*') {
        end--;
      }
    }
    return text.substring(start, end).lines().map(Remark::withoutMargin);
  }

  /** The line without the asterisks before it. */
  private static String withoutMargin(String line) {
    int start = 0;
    while (start < line.length() && isSpace(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && line.charAt(end) == '*') {
      end++;
    }
    if (end == start) {
      return line;
    }
    return line.substring(end < line.length() && line.charAt(end) == ' ' ? end + 1 : end);
  }

  /** All lines as one, with one space between words. */
  private static String words(List<String> lines) {
    StringBuilder words = new StringBuilder();
    for (String line : lines) {
      boolean isBetween = true;
      for (int at = 0; at < line.length(); at++) {
        char each = line.charAt(at);
        if (isSpace(each)) {
          isBetween = true;
        } else {
          words.append(isBetween ? " " : "").append(each);
          isBetween = false;
        }
      }
    }
    return words.toString().strip();
  }

  private static boolean isSpace(char each) {
    return each == ' ' || each >= '\t' && each <= '\r';
  }
}
