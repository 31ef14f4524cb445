package dev.zonegate.model;

import java.util.Arrays;

/**
 * A file's text with its lines. LF, CR and CRLF end a line; offsets and columns count UTF-16 units.
 * A byte order mark is not part of the text.
 */
public final class SourceText {
  private final String text;
  private final int[] lineStarts;

  private SourceText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** The text of a file; a leading byte order mark is dropped. */
  public static SourceText of(String content) {
    return new SourceText(content.startsWith("\uFEFF") ? content.substring(1) : content);
  }

  /** The whole text. */
  public String content() {
    return text;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** The 1-based line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column of an offset. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** The offset of a 1-based line and column, at most the text's length. */
  public int offset(int line, int column) {
    return Math.min(text.length(), lineStarts[line - 1] + column - 1);
  }

  /** The span of the text from {@code start} to before {@code end}. */
  public Span span(int start, int end) {
    int startLine = line(start);
    int endLine = line(end);
    return new Span(
        startLine,
        start - lineStarts[startLine - 1] + 1,
        endLine,
        end - lineStarts[endLine - 1] + 1);
  }

  /** The text under a span; empty if it is {@link Span#NONE}. */
  public String slice(Span span) {
    if (!span.isPresent()) {
      return "";
    }
    return text.substring(
        offset(span.startLine(), span.startColumn()), offset(span.endLine(), span.endColumn()));
  }

  /** The text of a 1-based line without its end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int[] lineStarts(String text) {
    return text.indexOf('\r') < 0 ? afterLineFeeds(text) : afterAnyLineEnd(text);
  }

  private static int[] afterLineFeeds(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  private static int[] afterAnyLineEnd(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }
}
