package dev.zonegate.model;

/**
 * A comment.
 *
 * @param span from its first character to after its last; the line end is not part of a line
 *     comment
 * @param kind how it is delimited
 * @param text the source text, delimiters included
 */
public record Comment(Span span, Kind kind, String text) {
  /** How a comment is delimited. */
  public enum Kind {
    LINE,
    BLOCK,
    JAVADOC
  }
}
