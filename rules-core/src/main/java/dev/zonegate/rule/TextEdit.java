package dev.zonegate.rule;

import dev.zonegate.model.Span;

/**
 * A replacement in the file of the finding.
 *
 * @param span what to replace; empty (start equals end) to insert
 * @param text what to put there
 */
public record TextEdit(Span span, String text) {
  public static TextEdit replace(Span span, String text) {
    return new TextEdit(span, text);
  }

  public static TextEdit insertBefore(Span span, String text) {
    return new TextEdit(
        new Span(span.startLine(), span.startColumn(), span.startLine(), span.startColumn()), text);
  }

  public static TextEdit insertAfter(Span span, String text) {
    return new TextEdit(
        new Span(span.endLine(), span.endColumn(), span.endLine(), span.endColumn()), text);
  }
}
