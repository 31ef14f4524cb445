package dev.zonegate.frontend.resource;

import dev.zonegate.model.Comment;

/** Reads {@code .properties} as {@code java.util.Properties} does, and knows where things stand. */
final class PropertiesText {
  private final ResourceDraft draft;
  private final String text;
  private int at;

  private PropertiesText(ResourceDraft draft) {
    this.draft = draft;
    this.text = draft.text().content();
  }

  static void read(ResourceDraft draft) {
    PropertiesText reader = new PropertiesText(draft);
    while (reader.at < reader.text.length()) {
      reader.line();
    }
  }

  private void line() {
    skipBlanks();
    if (at == text.length()) {
      return;
    }
    char first = text.charAt(at);
    if (isLineEnd(first)) {
      at++;
    } else if (first == '#' || first == '!') {
      comment();
    } else {
      setting();
    }
  }

  private void comment() {
    int start = at;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    draft.comment(start, at, Comment.Kind.LINE);
    if (text.substring(start, at).strip().matches("[#!]---")) {
      draft.endDocument();
    }
  }

  private void setting() {
    int keyStart = at;
    String key = word(true);
    int keyEnd = at;
    skipBlanks();
    if (at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':')) {
      at++;
      skipBlanks();
    }
    int start = at;
    String value = word(false);
    draft.setting(key, value, keyStart, keyEnd, start, trimmed(start, at));
  }

  private int trimmed(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** A key or value with its escapes resolved; stands behind it afterwards. */
  private String word(boolean isKey) {
    StringBuilder word = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean endsKey = isKey && (c == '=' || c == ':' || isBlank(c));
      if (isLineEnd(c) || endsKey) {
        break;
      }
      at++;
      if (c == '\\' && at < text.length()) {
        escape(word);
      } else {
        word.append(c);
      }
    }
    return word.toString();
  }

  private void escape(StringBuilder word) {
    char c = text.charAt(at++);
    switch (c) {
      case 't' -> word.append('\t');
      case 'n' -> word.append('\n');
      case 'r' -> word.append('\r');
      case 'f' -> word.append('\f');
      case 'u' -> unicode(word);
      case '\r', '\n' -> {
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        skipBlanks();
      }
      default -> word.append(c);
    }
  }

  private void unicode(StringBuilder word) {
    if (at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
      word.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
      at += 4;
    } else {
      word.append("\\u");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
