package dev.zonegate.copies;

import dev.zonegate.model.Span;

/**
 * Code that is there more than once.
 *
 * @param path the file
 * @param span from its first token to its last
 */
record Stretch(String path, Span span) implements Comparable<Stretch> {
  /** Whether some lines belong to both. */
  boolean overlaps(Stretch other) {
    return path.equals(other.path)
        && span.startLine() <= other.span.endLine()
        && other.span.startLine() <= span.endLine();
  }

  @Override
  public int compareTo(Stretch other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : span.compareTo(other.span);
  }
}
