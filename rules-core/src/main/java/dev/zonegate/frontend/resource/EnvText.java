package dev.zonegate.frontend.resource;

import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code .env}: one {@code NAME=value} a line, perhaps exported or quoted. */
final class EnvText {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*(?:export\\s+)?([A-Za-z_][\\w.-]*)\\s*=\\s*"
              + "(\"((?:[^\"\\\\]|\\\\.)*+)\"|'([^']*+)'|((?:(?!\\s#).)*+))\\s*(#.*)?");

  private EnvText() {}

  static void read(ResourceDraft draft) {
    SourceText text = draft.text();
    for (int line = 1; line <= text.lineCount(); line++) {
      int start = text.offset(line, 1);
      String content = text.lineText(line);
      if (content.strip().startsWith("#")) {
        draft.comment(start + content.indexOf('#'), start + content.length(), Comment.Kind.LINE);
      } else {
        setting(draft, start, content);
      }
    }
  }

  private static void setting(ResourceDraft draft, int start, String line) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      return;
    }
    String plain = found.group(5);
    String quoted = found.group(3) != null ? found.group(3) : found.group(4);
    int end = plain == null ? found.end(2) : found.start(2) + plain.stripTrailing().length();
    draft.setting(
        found.group(1),
        plain == null ? quoted : plain.strip(),
        start + found.start(1),
        start + found.end(1),
        start + found.start(2),
        start + end);
    if (found.group(6) != null) {
      draft.comment(start + found.start(6), start + found.end(6), Comment.Kind.LINE);
    }
  }
}
