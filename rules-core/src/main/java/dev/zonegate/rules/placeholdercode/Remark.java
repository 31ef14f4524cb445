package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import java.util.List;

/**
 * A comment, or line comments one below the other.
 *
 * @param lines its text without delimiters
 * @param text its words with single spaces
 * @param subject the code that it stands beside: on its line or below it, else around it; null in a
 *     file without any
 * @param method the method in whose body it stands, or null
 */
record Remark(
    Comment.Kind kind,
    Span span,
    List<String> lines,
    String text,
    Node subject,
    Decl.Method method) {
  /** Whether it is about {@code declared} as a whole: above it. */
  boolean isAbove(Decl.Method declared) {
    return subject == declared && method != declared;
  }

  boolean isIn(Decl.Method declared) {
    return method == declared;
  }
}
