package dev.zonegate.frontend;

import dev.zonegate.frontend.Token.Kind;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Splits Java source into tokens and comments with their places in the original text. All
 * front-ends take comments and name positions from here, because hosts have none or differ. Unicode
 * escapes are translated as the language asks (JLS 3.3), outside literals too. Never fails: an
 * unterminated comment or literal ends where the file or line does.
 */
public final class JavaScanner {
  private static final List<String> SYMBOLS =
      List.of(
          "<<=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", "+=", "-=", "*=",
          "/=", "&=", "|=", "^=", "%=", "<<");

  private static final int ASCII = 128;

  /** The symbols of several characters by their first one, as a file has mostly others. */
  private static final String[][] LONGER = new String[ASCII][];

  /** One string for each symbol of one character, of which a file has thousands. */
  private static final String[] SINGLE = new String[ASCII];

  /** Which characters a word may start and go on with. */
  private static final boolean[] IS_START = new boolean[ASCII];

  private static final boolean[] IS_PART = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      char first = c;
      SINGLE[c] = String.valueOf(c);
      IS_START[c] = Character.isJavaIdentifierStart(c);
      IS_PART[c] = Character.isJavaIdentifierPart(c);
      LONGER[c] = SYMBOLS.stream().filter(each -> each.charAt(0) == first).toArray(String[]::new);
    }
  }

  private final UnicodeEscapes translated;
  private final String text;
  private final char[] chars;
  private final int length;
  private final Taker taker;
  private int at;

  /** What becomes of what is found, told by its place in the translated text. */
  private interface Taker {
    void token(Kind kind, int from, int to);

    default void comment(Comment.Kind kind, int from, int to) {}
  }

  private JavaScanner(UnicodeEscapes translated, Function<JavaScanner, Taker> taker) {
    this.translated = translated;
    text = translated.text();
    chars = text.toCharArray();
    length = chars.length;
    this.taker = taker.apply(this);
  }

  /** Scans a whole file. */
  public static Tokens scan(SourceText source) {
    List<Token> tokens = new ArrayList<>();
    List<Comment> comments = new ArrayList<>();
    run(source, scanner -> scanner.new Kept(source, tokens, comments));
    return new Tokens(source, tokens, comments);
  }

  /**
   * The words of a whole file as {@link String#hashCode} has them, in order: cheaper than tokens of
   * which nothing else is wanted.
   */
  public static void words(SourceText source, IntConsumer word) {
    run(
        source,
        scanner ->
            (kind, from, to) -> {
              if (kind == Kind.WORD) {
                word.accept(scanner.hash(from, to));
              }
            });
  }

  private static void run(SourceText source, Function<JavaScanner, Taker> taker) {
    new JavaScanner(UnicodeEscapes.translate(source.content()), taker).run();
  }

  /** Makes tokens and comments of it. */
  private final class Kept implements Taker {
    private final SourceText source;
    private final List<Token> tokens;
    private final List<Comment> comments;

    Kept(SourceText source, List<Token> tokens, List<Comment> comments) {
      this.source = source;
      this.tokens = tokens;
      this.comments = comments;
    }

    @Override
    public void token(Kind kind, int from, int to) {
      boolean isSingle = to == from + 1 && chars[from] < SINGLE.length;
      String written = isSingle ? SINGLE[chars[from]] : text.substring(from, to);
      tokens.add(new Token(kind, written, offset(from), offset(to)));
    }

    @Override
    public void comment(Comment.Kind kind, int first, int last) {
      int from = offset(first);
      int to = offset(last);
      comments.add(new Comment(source.span(from, to), kind, source.content().substring(from, to)));
    }
  }

  /** Translates Unicode escapes. */
  public static String translateEscapes(String text) {
    return UnicodeEscapes.translate(text).text();
  }

  private void run() {
    while (at < length) {
      char c = chars[at];
      if (c <= ' ') {
        at++;
      } else if (c == '/' && peek(1) == '/') {
        lineComment();
      } else if (c == '/' && peek(1) == '*') {
        blockComment();
      } else if (c == '"') {
        stringOrTextBlock();
      } else if (c == '\'') {
        add(Kind.CHARACTER, quoted('\''));
      } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
        add(Kind.NUMBER, number());
      } else if (isWordStart(at)) {
        add(Kind.WORD, word());
      } else {
        add(Kind.SYMBOL, at + symbolLength());
      }
    }
  }

  private void lineComment() {
    int end = at;
    while (end < length && chars[end] != '\n' && chars[end] != '\r') {
      end++;
    }
    comment(Comment.Kind.LINE, end);
  }

  private void blockComment() {
    boolean javadoc = peek(2) == '*' && peek(3) != '/';
    int end = at + 2;
    while (end < length && !(chars[end] == '*' && end + 1 < length && chars[end + 1] == '/')) {
      end++;
    }
    comment(javadoc ? Comment.Kind.JAVADOC : Comment.Kind.BLOCK, Math.min(length, end + 2));
  }

  private void comment(Comment.Kind kind, int end) {
    taker.comment(kind, at, end);
    at = end;
  }

  private void stringOrTextBlock() {
    if (peek(1) == '"' && peek(2) == '"') {
      int line = at + 3;
      while (line < length && (chars[line] == ' ' || chars[line] == '\t' || chars[line] == '\f')) {
        line++;
      }
      if (line < length && (chars[line] == '\n' || chars[line] == '\r')) {
        add(Kind.TEXT_BLOCK, textBlock(line));
        return;
      }
    }
    add(Kind.STRING, quoted('"'));
  }

  private int textBlock(int from) {
    int end = from;
    while (end < length) {
      if (chars[end] == '\\') {
        end += 2;
      } else if (chars[end] == '"'
          && end + 2 < length
          && chars[end + 1] == '"'
          && chars[end + 2] == '"') {
        return end + 3;
      } else {
        end++;
      }
    }
    return length;
  }

  private int quoted(char quote) {
    int end = at + 1;
    while (end < length && chars[end] != '\n' && chars[end] != '\r') {
      if (chars[end] == '\\') {
        end++;
      } else if (chars[end] == quote) {
        return end + 1;
      }
      end++;
    }
    return Math.min(end, length);
  }

  private int number() {
    boolean hex = chars[at] == '0' && (peek(1) == 'x' || peek(1) == 'X');
    int end = at;
    while (end < length) {
      char c = chars[end];
      boolean exponentSign = (c == '+' || c == '-') && isExponent(chars[end - 1], hex);
      if (!(isDigit(c) || isLetter(c) || c == '_' || c == '.' || exponentSign)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static boolean isExponent(char c, boolean hex) {
    return hex ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
  }

  private int word() {
    int end = at;
    while (end < length) {
      if (chars[end] < ASCII) {
        if (!IS_PART[chars[end]]) {
          break;
        }
        end++;
        continue;
      }
      int codePoint = Character.codePointAt(chars, end, length);
      if (!Character.isJavaIdentifierPart(codePoint)) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  private boolean isWordStart(int index) {
    return chars[index] < ASCII
        ? IS_START[chars[index]]
        : Character.isJavaIdentifierStart(Character.codePointAt(chars, index, length));
  }

  private int symbolLength() {
    if (chars[at] < ASCII) {
      for (String symbol : LONGER[chars[at]]) {
        if (startsWith(symbol)) {
          return symbol.length();
        }
      }
    }
    return 1;
  }

  private boolean startsWith(String symbol) {
    for (int i = 1; i < symbol.length(); i++) {
      if (peek(i) != symbol.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private char peek(int ahead) {
    return at + ahead < length ? chars[at + ahead] : '\0';
  }

  private int offset(int index) {
    return translated.offset(index);
  }

  private int hash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash;
  }

  private void add(Kind kind, int end) {
    taker.token(kind, at, end);
    at = end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
