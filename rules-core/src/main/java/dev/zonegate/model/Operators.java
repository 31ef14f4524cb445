package dev.zonegate.model;

/**
 * The operators of the language over constants: boxed, of the types that literals have. No answer
 * is null, as what is asked with null is.
 */
public final class Operators {
  /** Characters of a text that is computed; one that would be longer is not known. */
  public static final int LONGEST_TEXT = 100_000;

  private Operators() {}

  /** {@code operator value}. */
  public static Object unary(String operator, Object value) {
    if (value instanceof Boolean b) {
      return operator.equals("!") ? !b : null;
    }
    Number number = promoted(value);
    if (number == null) {
      return null;
    }
    return switch (operator) {
      case "+" -> number;
      case "-" -> arithmetic("-", zero(number), number);
      case "~" ->
          number instanceof Integer i ? (Object) ~i : number instanceof Long l ? (Object) ~l : null;
      default -> null;
    };
  }

  private static Number zero(Number like) {
    return like instanceof Double || like instanceof Float ? (Number) (-0.0f) : (Number) 0;
  }

  /** {@code left operator right}. */
  public static Object binary(String operator, Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      return joined(String.valueOf(left), String.valueOf(right));
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return logic(operator, a, b);
    }
    Number a = promoted(left);
    Number b = promoted(right);
    return a == null || b == null ? null : arithmetic(operator, a, b);
  }

  /** Constants that double each other would fill any memory. */
  private static String joined(String left, String right) {
    return left.length() + right.length() > LONGEST_TEXT ? null : left + right;
  }

  private static Object logic(String operator, boolean a, boolean b) {
    return switch (operator) {
      case "&&", "&" -> a && b;
      case "||", "|" -> a || b;
      case "^", "!=" -> a != b;
      case "==" -> a == b;
      default -> null;
    };
  }

  /** The value as operators take it, a character as its number; null if it is no number. */
  public static Number promoted(Object value) {
    if (value instanceof Character c) {
      return (int) c;
    }
    return value instanceof Number number ? number : null;
  }

  private static Object arithmetic(String operator, Number a, Number b) {
    if (operator.equals("<<") || operator.equals(">>") || operator.equals(">>>")) {
      return shift(operator, a, b);
    }
    if (a instanceof Double || b instanceof Double) {
      return real(operator, a.doubleValue(), b.doubleValue());
    }
    if (a instanceof Float || b instanceof Float) {
      Object value = real(operator, a.floatValue(), b.floatValue());
      return value instanceof Double d ? (Object) d.floatValue() : value;
    }
    Object value = integral(operator, a.longValue(), b.longValue());
    boolean isInt = a instanceof Integer && b instanceof Integer;
    return isInt && value instanceof Long l ? (Object) l.intValue() : value;
  }

  private static Object shift(String operator, Number a, Number by) {
    if (a instanceof Integer i) {
      int distance = by.intValue();
      return switch (operator) {
        case "<<" -> i << distance;
        case ">>" -> i >> distance;
        default -> i >>> distance;
      };
    }
    if (!(a instanceof Long l)) {
      return null;
    }
    long distance = by.longValue();
    return switch (operator) {
      case "<<" -> l << distance;
      case ">>" -> l >> distance;
      default -> l >>> distance;
    };
  }

  private static Object real(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      default -> Double.isNaN(a + b) ? null : comparison(operator, a < b ? -1 : a > b ? 1 : 0);
    };
  }

  private static Object integral(String operator, long a, long b) {
    boolean isDivision = operator.equals("/") || operator.equals("%");
    if (isDivision && b == 0) {
      return null;
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      default -> comparison(operator, Long.compare(a, b));
    };
  }

  private static Object comparison(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      case "!=" -> order != 0;
      default -> null;
    };
  }
}
