package dev.zonegate.rules.architecturedrift;

/** Counts the lines of a piece of code that hold something other than comments. */
final class CodeLines {
  private final String code;
  private int count;
  private boolean hasCode;
  private boolean isInLineComment;

  private CodeLines(String code) {
    this.code = code;
  }

  static int in(String code) {
    CodeLines lines = new CodeLines(code);
    int at = 0;
    while (at < code.length()) {
      int end = lines.endOfBlockComment(at);
      if (end < 0) {
        lines.see(at);
      }
      at = end < 0 ? at + 1 : end;
    }
    lines.endLine();
    return lines.count;
  }

  private void see(int at) {
    char each = code.charAt(at);
    if (each == '\n' || each == '\r') {
      endLine();
      isInLineComment = false;
    } else if (each == '/' && code.startsWith("//", at) && endOfBlockComment(at + 1) < 0) {
      isInLineComment = true;
    } else if (!isInLineComment && !Character.isWhitespace(each)) {
      hasCode = true;
    }
  }

  /** Where the comment that starts here ends; -1 if none does. */
  private int endOfBlockComment(int at) {
    boolean isStart = code.charAt(at) == '/' && code.startsWith("*", at + 1);
    int end = isStart ? code.indexOf("*/", at + 2) : -1;
    return end < 0 ? -1 : end + 2;
  }

  private void endLine() {
    count += hasCode ? 1 : 0;
    hasCode = false;
  }
}
