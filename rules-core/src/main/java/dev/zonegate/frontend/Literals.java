package dev.zonegate.frontend;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;

/** The values of literals from their tokens, and the form in which all front-ends give them. */
public final class Literals {
  private Literals() {}

  /**
   * The value of a literal's token: Integer, Long, Float, Double, Character or String; null if the
   * token is none or its value does not exist, as in {@code 99999999999}.
   */
  public static Object value(Token token) {
    return switch (token.kind()) {
      case NUMBER -> number(token.text());
      case CHARACTER -> character(token.text());
      case STRING -> string(token.text());
      case TEXT_BLOCK -> textBlock(token.text());
      case WORD, SYMBOL -> null;
    };
  }

  /** The value of a number as written, with a minus before it if it is decimal; null if invalid. */
  public static Number number(String written) {
    String text = written.replace("_", "");
    try {
      return isInteger(text) ? integer(text) : decimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Whether a minus before this number belongs to the literal: only before decimal integers, as in
   * javac's parser.
   */
  public static boolean takesSign(String written) {
    boolean isDecimal =
        written.charAt(0) != '0' || written.length() == 1 || !isDigit(written.charAt(1));
    return isDecimal && isInteger(written) && !isRadixPrefixed(written);
  }

  /**
   * A binary operation as all front-ends give it: a string literal that is added to a string
   * literal, or to a sum that ends with one, is joined with it.
   */
  public static Expr binary(Span span, String operator, Expr left, Expr right, TypeRef type) {
    if (operator.equals("+") && right instanceof Expr.Literal last && last.isString()) {
      if (left instanceof Expr.Literal first && first.isString()) {
        return join(first, last);
      }
      if (left instanceof Expr.Binary sum
          && sum.operator().equals("+")
          && sum.right() instanceof Expr.Literal middle
          && middle.isString()) {
        return new Expr.Binary(span, "+", sum.left(), join(middle, last), type);
      }
    }
    return new Expr.Binary(span, operator, left, right, type);
  }

  private static Expr.Literal join(Expr.Literal first, Expr.Literal last) {
    String joined = (String) first.value() + last.value();
    return new Expr.Literal(first.span().to(last.span()), first.type(), joined);
  }

  private static boolean isInteger(String text) {
    return isRadixPrefixed(text)
        ? !isHex(text) || text.indexOf('.') < 0 && text.indexOf('p') < 0 && text.indexOf('P') < 0
        : text.chars().noneMatch(c -> ".eEfFdD".indexOf(c) >= 0);
  }

  private static boolean isRadixPrefixed(String text) {
    return text.length() > 1 && text.charAt(0) == '0' && "xXbB".indexOf(text.charAt(1)) >= 0;
  }

  private static boolean isHex(String text) {
    return text.charAt(1) == 'x' || text.charAt(1) == 'X';
  }

  private static Number integer(String text) {
    boolean isLong = text.endsWith("L") || text.endsWith("l");
    String digits = isLong ? text.substring(0, text.length() - 1) : text;
    if (isRadixPrefixed(digits)) {
      return unsigned(digits.substring(2), isHex(digits) ? 16 : 2, isLong);
    }
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      return unsigned(digits.substring(1), 8, isLong);
    }
    return isLong ? (Number) Long.valueOf(digits) : (Number) Integer.valueOf(digits);
  }

  private static Number unsigned(String digits, int radix, boolean isLong) {
    return isLong
        ? (Number) Long.parseUnsignedLong(digits, radix)
        : (Number) Integer.parseUnsignedInt(digits, radix);
  }

  private static Number decimal(String text) {
    boolean isFloat = text.endsWith("f") || text.endsWith("F");
    return isFloat ? (Number) Float.valueOf(text) : (Number) Double.valueOf(text);
  }

  private static Character character(String written) {
    String text = unescaped(between(written, 1));
    return text.length() == 1 ? text.charAt(0) : null;
  }

  private static String string(String written) {
    return unescaped(between(written, 1));
  }

  private static String textBlock(String written) {
    String lines = between(written, 3).replace("\r\n", "\n").replace('\r', '\n');
    return unescaped(lines.substring(lines.indexOf('\n') + 1).stripIndent());
  }

  private static String between(String written, int quotes) {
    int end = Math.max(quotes, written.length() - quotes);
    return written.substring(quotes, end);
  }

  private static String unescaped(String text) {
    try {
      return text.translateEscapes();
    } catch (IllegalArgumentException e) {
      // not Java; what is written says more than nothing
      return text;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c == '_';
  }
}
