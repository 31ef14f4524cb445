package dev.zonegate.model;

/**
 * A stretch of source text. Lines and columns are 1-based, a column is one UTF-16 unit (a tab
 * counts as one), the end is exclusive. Line and column, not offset, because hosts normalise line
 * ends and hand out offsets into different texts.
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn)
    implements Comparable<Span> {
  /**
   * The span of something that has no text of its own, such as the brackets of {@code int a[]}
   * folded into a type.
   */
  public static final Span NONE = new Span(0, 0, 0, 0);

  /** Whether this span stands for text at all. */
  public boolean isPresent() {
    return startLine > 0;
  }

  /**
   * The span from the start of this one to the end of {@code last}; this one if {@code last} is not
   * behind it, as in broken code.
   */
  public Span to(Span last) {
    if (last.endsBefore(endLine, endColumn)) {
      return this;
    }
    return new Span(startLine, startColumn, last.endLine, last.endColumn);
  }

  /** Whether {@code inner} lies within this span; a span contains itself. */
  public boolean contains(Span inner) {
    return !inner.startsBefore(startLine, startColumn)
        && !endsBefore(inner.endLine, inner.endColumn);
  }

  /** Whether this span ends at or before the start of {@code next}. */
  public boolean isBefore(Span next) {
    return endLine < next.startLine || endLine == next.startLine && endColumn <= next.startColumn;
  }

  private boolean startsBefore(int line, int column) {
    return startLine < line || startLine == line && startColumn < column;
  }

  private boolean endsBefore(int line, int column) {
    return endLine < line || endLine == line && endColumn < column;
  }

  /** Orders by start, then by end. */
  @Override
  public int compareTo(Span other) {
    int byLine = Integer.compare(startLine, other.startLine);
    int byColumn = byLine != 0 ? byLine : Integer.compare(startColumn, other.startColumn);
    int byEndLine = byColumn != 0 ? byColumn : Integer.compare(endLine, other.endLine);
    return byEndLine != 0 ? byEndLine : Integer.compare(endColumn, other.endColumn);
  }

  @Override
  public String toString() {
    return startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
  }
}
