package dev.zonegate.frontend.javaparser;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A statement or member, found by brackets and semicolons alone, for text that does not parse.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param isLocalType whether it reads as the declaration of an enum, interface or annotation type
 */
record Chunk(int start, int end, boolean isLocalType) {
  /**
   * The innermost chunk around a place.
   *
   * @param isWide to take what surrounds that one, because blanking the inner one did not help
   * @return null if nothing is left
   */
  static Chunk around(SourceText text, int place, boolean isWide) {
    Tokens tokens = JavaScanner.scan(text);
    if (tokens.size() == 0) {
      return null;
    }
    int at = at(tokens, place);
    Deque<Integer> starts = new ArrayDeque<>();
    starts.push(0);
    for (int i = 0; i < at; i++) {
      String token = tokens.get(i).text();
      switch (token) {
        case "{" -> starts.push(i + 1);
        case "}" -> {
          if (starts.size() > 1) {
            starts.pop();
          }
          restart(starts, i + 1);
        }
        case ";" -> restart(starts, i + 1);
        default -> {}
      }
    }
    int levels = isWide && starts.size() > 1 ? 1 : 0;
    for (int i = 0; i < levels; i++) {
      starts.pop();
    }
    int first = Math.min(starts.peek(), at);
    int last = last(tokens, first, at);
    return new Chunk(
        tokens.get(first).start(), tokens.get(last).end(), declaresType(tokens, first, last));
  }

  /** How many braces are open at the end of a text. */
  static int openBraces(SourceText text) {
    Tokens tokens = JavaScanner.scan(text);
    int open = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("{")) {
        open++;
      } else if (tokens.get(i).is("}") && open > 0) {
        open--;
      }
    }
    return open;
  }

  /** What is no token of the language: a stray character, an open string or comment. */
  static Chunk illegible(SourceText text, int place) {
    Tokens tokens = JavaScanner.scan(text);
    for (Comment each : tokens.comments()) {
      int start = text.offset(each.span().startLine(), each.span().startColumn());
      int end = start + each.text().length();
      if (start <= place && place <= end && each.kind() != Comment.Kind.LINE) {
        return new Chunk(start, end, false);
      }
    }
    if (tokens.size() == 0) {
      return null;
    }
    int next = tokens.firstFrom(place);
    // an open string ends where the line does, which is the place that the parser gives
    boolean isBehind = next > 0 && tokens.get(next - 1).end() >= place;
    Token token = tokens.get(isBehind ? next - 1 : Math.min(next, tokens.size() - 1));
    boolean isOpen = token.kind() == Token.Kind.STRING && !token.text().endsWith("\"");
    // what follows an open quote is mostly code
    return new Chunk(token.start(), isOpen ? token.start() + 1 : token.end(), false);
  }

  /** The token that covers a place, else the next one. */
  private static int at(Tokens tokens, int place) {
    int next = tokens.firstFrom(place);
    boolean isInside = next > 0 && tokens.get(next - 1).end() > place;
    return isInside ? next - 1 : Math.min(next, tokens.size() - 1);
  }

  private static void restart(Deque<Integer> starts, int at) {
    starts.pop();
    starts.push(at);
  }

  /** The semicolon or brace that ends what starts at {@code first}, at or after {@code at}. */
  private static int last(Tokens tokens, int first, int at) {
    int depth = 0;
    for (int i = first; i < tokens.size(); i++) {
      String token = tokens.get(i).text();
      if (token.equals("{")) {
        depth++;
      } else if (token.equals("}")) {
        depth--;
        if (depth < 0) {
          // the end of what is around; blanked only if there is nothing else
          return i > at || i > first ? i - 1 : i;
        }
      }
      boolean isEnd = depth == 0 && (token.equals(";") || token.equals("}"));
      if (isEnd && i >= at) {
        return i;
      }
    }
    return tokens.size() - 1;
  }

  private static boolean declaresType(Tokens tokens, int first, int last) {
    for (int i = first; i < last && !tokens.get(i).is("{"); i++) {
      if (tokens.get(i).is("enum") || tokens.get(i).is("interface")) {
        return tokens.get(last).is("}");
      }
    }
    return false;
  }

  /** The text with everything but this chunk blank. */
  String alone(CharSequence text) {
    StringBuilder alone = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isKept = i >= start && i < end || c == '\n' || c == '\r';
      alone.append(isKept ? c : ' ');
    }
    return alone.toString();
  }
}
