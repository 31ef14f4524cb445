package dev.zonegate.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a layout pattern of Logback or Log4j does to line breaks in a message. */
final class LogPattern {
  private static final Set<String> MESSAGES = Set.of("m", "msg", "message");
  private static final Set<String> ENCODERS = Set.of("enc", "encode");
  private static final Set<String> ENCODINGS = Set.of("", "CRLF", "JSON", "HTML");
  private static final Set<String> CONVERTERS = Set.of("crlf");
  private static final List<String> LINE_BREAKS =
      List.of("\n", "\\n", "\\R", "\\s", "\\v", "\\p{Cntrl}", "\\p{Space}");

  private final String text;
  private int at;
  private boolean isEscaped;
  private boolean isPlain;

  private LogPattern(String text) {
    this.text = text;
  }

  /** Whether each message in a pattern is escaped; empty if there is none. */
  static Optional<Boolean> escapes(String pattern) {
    LogPattern read = new LogPattern(pattern);
    read.read();
    return read.isEscaped || read.isPlain
        ? Optional.of(read.isEscaped && !read.isPlain)
        : Optional.empty();
  }

  private void read() {
    while (at < text.length()) {
      if (text.charAt(at++) == '%') {
        readConversion();
      }
    }
  }

  private void readConversion() {
    while (at < text.length() && "-.0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (MESSAGES.contains(word)) {
      isPlain = true;
    } else if (ENCODERS.contains(word)) {
      String inner = group();
      take(inner, ENCODINGS.contains(group().toUpperCase(Locale.ROOT)));
    } else if (word.equals("replace")) {
      String inner = group();
      String wanted = group();
      take(inner, LINE_BREAKS.stream().anyMatch(wanted::contains));
    } else if (CONVERTERS.contains(word)) {
      take(group(), true);
    }
  }

  private void take(String inner, boolean isSafe) {
    LogPattern read = new LogPattern(inner);
    read.read();
    boolean hasMessage = read.isPlain || read.isEscaped;
    isEscaped |= hasMessage && (isSafe || !read.isPlain);
    isPlain |= read.isPlain && !isSafe;
  }

  /** What stands in the brackets here, without them; empty if there are none. */
  private String group() {
    if (at >= text.length() || text.charAt(at) != '{' && text.charAt(at) != '(') {
      return "";
    }
    char open = text.charAt(at);
    char close = open == '{' ? '}' : ')';
    int depth = 0;
    int start = at + 1;
    while (at < text.length()) {
      char each = text.charAt(at++);
      if (each == open) {
        depth++;
      } else if (each == close && --depth == 0) {
        return text.substring(start, at - 1);
      }
    }
    return text.substring(start);
  }
}
