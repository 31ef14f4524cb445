package dev.zonegate.frontend;

import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import java.util.List;

/**
 * The tokens and comments of one file, in order. {@code >} is always a token of its own, so that
 * brackets match.
 */
public final class Tokens {
  private final SourceText source;
  private final List<Token> tokens;
  private final List<Comment> comments;

  Tokens(SourceText source, List<Token> tokens, List<Comment> comments) {
    this.source = source;
    this.tokens = List.copyOf(tokens);
    this.comments = List.copyOf(comments);
  }

  /** The tokens of a file, scanned once. */
  public static Tokens of(SourceFile file) {
    return file.derived(Tokens.class, each -> JavaScanner.scan(each.text()));
  }

  public SourceText source() {
    return source;
  }

  public List<Comment> comments() {
    return comments;
  }

  public int size() {
    return tokens.size();
  }

  /**
   * @throws BrokenCodeException behind the last token: a parser has made code of what is none, such
   *     as the lines of a text that does not end
   */
  public Token get(int index) {
    if (index >= tokens.size()) {
      throw new BrokenCodeException("code behind the end");
    }
    return tokens.get(index);
  }

  /**
   * Index of the first token that starts at or after an offset; {@link #size()} if there is none.
   */
  public int firstFrom(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Index of the last token that ends at or before an offset; -1 if there is none. */
  public int lastTo(int offset) {
    int index = firstFrom(offset) - 1;
    while (index >= 0 && tokens.get(index).end() > offset) {
      index--;
    }
    return index;
  }

  /**
   * Index of the first token with this text whose start lies in [{@code from}, {@code to}); -1 if
   * there is none.
   */
  public int find(String text, int from, int to) {
    for (int i = firstFrom(from); i < tokens.size() && tokens.get(i).start() < to; i++) {
      if (tokens.get(i).is(text)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Index of the last token with this text that lies within [{@code from}, {@code to}); -1 if there
   * is none.
   */
  public int findLast(String text, int from, int to) {
    for (int i = lastTo(to); i >= 0 && tokens.get(i).start() >= from; i--) {
      if (tokens.get(i).is(text)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Index of the token that closes the bracket at {@code open}, counting nested ones of the same
   * kind; the last token if nothing closes it.
   *
   * @throws IllegalArgumentException if {@code open} is not an opening bracket
   */
  public int closing(int open) {
    String opening = get(open).text();
    int kind = "([{<".indexOf(opening);
    if (opening.length() != 1 || kind < 0) {
      throw new IllegalArgumentException("not an opening bracket: " + opening);
    }
    String closing = String.valueOf(")]}>".charAt(kind));
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is(opening)) {
        depth++;
      } else if (tokens.get(i).is(closing) && --depth == 0) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  /** The span of one token. */
  public Span span(int index) {
    Token token = get(index);
    return source.span(token.start(), token.end());
  }

  /** The span from the start of one token to the end of another. */
  public Span span(int first, int last) {
    return source.span(get(first).start(), get(last).end());
  }
}
