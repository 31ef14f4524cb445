package dev.zonegate.rules.architecturedrift;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.util.Arrays;

/** The lines of a file that hold something other than comments, counted once for all its parts. */
final class CodeLines {
  /** How many there are before each line. */
  private final int[] before;

  private CodeLines(SourceFile file) {
    SourceText text = file.text();
    char[] code = text.content().toCharArray();
    for (Comment each : file.comments()) {
      Span span = each.span();
      int start = text.offset(span.startLine(), span.startColumn());
      Arrays.fill(code, start, text.offset(span.endLine(), span.endColumn()), ' ');
    }
    before = new int[text.lineCount() + 1];
    for (int line = 1; line <= text.lineCount(); line++) {
      int end = line < text.lineCount() ? text.offset(line + 1, 1) : code.length;
      boolean isCode = isCode(code, text.offset(line, 1), end);
      before[line] = before[line - 1] + (isCode ? 1 : 0);
    }
  }

  /** How many a part of a file has. */
  static int in(SourceFile file, Node node) {
    int[] before = file.derived(CodeLines.class, CodeLines::new).before;
    return before[node.span().endLine()] - before[node.span().startLine() - 1];
  }

  private static boolean isCode(char[] code, int start, int end) {
    for (int at = start; at < end; at++) {
      if (!Character.isWhitespace(code[at])) {
        return true;
      }
    }
    return false;
  }
}
