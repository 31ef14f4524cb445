package dev.zonegate.frontend.javaparser;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import dev.zonegate.frontend.UnicodeEscapes;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;

/**
 * The text that the parser reads and where its places lie in the file: Unicode escapes are
 * translated, and a snippet stands in a frame that makes it a file.
 */
final class ParsedText {
  private final SourceText file;
  private final UnicodeEscapes escapes;
  private final SourceText parsed;
  private final int insertedAt;
  private final int inserted;

  private ParsedText(
      SourceText file, UnicodeEscapes escapes, String parsed, int insertedAt, int inserted) {
    this.file = file;
    this.escapes = escapes;
    this.parsed = SourceText.of(parsed);
    this.insertedAt = insertedAt;
    this.inserted = inserted;
  }

  static ParsedText of(SourceText file) {
    UnicodeEscapes escapes = UnicodeEscapes.translate(file.content());
    return new ParsedText(file, escapes, escapes.text(), 0, 0);
  }

  /**
   * The text with {@code before} inserted and {@code after} appended, neither of which exists in
   * the file.
   *
   * @param at index in the translated text, after the imports
   */
  ParsedText framed(int at, String before, String after) {
    String text = escapes.text();
    String framed = text.substring(0, at) + before + text.substring(at) + after;
    return new ParsedText(file, escapes, framed, at, before.length());
  }

  SourceText text() {
    return parsed;
  }

  SourceText file() {
    return file;
  }

  /** The span in the file of a range that the parser gives. */
  Span span(Range range) {
    return span(index(range.begin), index(range.end) + 1);
  }

  /** The span in the file of the parsed text from an index to before another. */
  Span span(int from, int to) {
    if (from >= insertedAt && to <= insertedAt + inserted && inserted > 0) {
      return Span.NONE;
    }
    return file.span(fileOffset(from), Math.max(fileOffset(from), fileOffset(to)));
  }

  /** The index in the parsed text of a position that the parser gives. */
  int index(Position position) {
    if (position.line < 1) {
      return 0;
    }
    // braces that close what the text leaves open stand behind its end
    boolean isBehind = position.line > parsed.lineCount();
    return isBehind ? parsed.content().length() : parsed.offset(position.line, position.column);
  }

  /** Where the parsed text's character at an index starts in the file. */
  int fileOffset(int index) {
    int unframed = index <= insertedAt ? index : Math.max(insertedAt, index - inserted);
    return escapes.offset(Math.min(unframed, escapes.text().length()));
  }
}
