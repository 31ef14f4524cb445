package dev.zonegate.match.taint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Computes with constants. No answer is null. */
final class Folding {
  private static final int MOST = 16;

  private Folding() {}

  /** The constants of {@code left op right}, or null. */
  static Set<Object> binary(String operator, Set<Object> left, Set<Object> right) {
    if (left == null || right == null || left.size() * right.size() > MOST) {
      return null;
    }
    Set<Object> results = new LinkedHashSet<>();
    for (Object one : left) {
      for (Object other : right) {
        Object result = binary(operator, one, other);
        if (result == null) {
          return null;
        }
        results.add(result);
      }
    }
    return results.isEmpty() ? null : results;
  }

  private static Object binary(String operator, Object left, Object right) {
    switch (operator) {
      case "==":
        return equal(left, right);
      case "!=":
        Boolean equal = equal(left, right);
        return equal == null ? null : !equal;
      case "&&":
        return left instanceof Boolean a && right instanceof Boolean b ? a && b : null;
      case "||":
        return left instanceof Boolean a && right instanceof Boolean b ? a || b : null;
      default:
        break;
    }
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      return text(left) + text(right);
    }
    if (!isInteger(left) || !isInteger(right)) {
      return isNumber(left) && isNumber(right)
          ? decimal(operator, ((Number) left).doubleValue(), ((Number) right).doubleValue())
          : null;
    }
    boolean isLong = left instanceof Long || right instanceof Long;
    Object result = whole(operator, number(left), number(right));
    return result instanceof Long value && !isLong ? (Object) (int) (long) value : result;
  }

  private static Object whole(String operator, long left, long right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "/" -> right == 0 ? null : left / right;
      case "%" -> right == 0 ? null : left % right;
      case "&" -> left & right;
      case "|" -> left | right;
      case "^" -> left ^ right;
      case "<<" -> left << right;
      case ">>" -> left >> right;
      case "<" -> left < right;
      case ">" -> left > right;
      case "<=" -> left <= right;
      case ">=" -> left >= right;
      default -> null;
    };
  }

  private static Object decimal(String operator, double left, double right) {
    return switch (operator) {
      case "+" -> left + right;
      case "-" -> left - right;
      case "*" -> left * right;
      case "<" -> left < right;
      case ">" -> left > right;
      case "<=" -> left <= right;
      case ">=" -> left >= right;
      default -> null;
    };
  }

  private static String text(Object value) {
    return value == Value.NULL ? "null" : String.valueOf(value);
  }

  /** Whether {@code ==} and {@code case} take them for the same; null if that is not known. */
  private static Boolean equal(Object left, Object right) {
    if (left == Value.NULL || right == Value.NULL) {
      return left == right;
    }
    return isSame(left, right);
  }

  static boolean isSame(Object left, Object right) {
    return isInteger(left) && isInteger(right) ? number(left) == number(right) : left.equals(right);
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Character
        || value instanceof Short
        || value instanceof Byte;
  }

  private static boolean isNumber(Object value) {
    return isInteger(value) || value instanceof Double || value instanceof Float;
  }

  private static long number(Object value) {
    return value instanceof Character c ? c : ((Number) value).longValue();
  }

  /** The value of {@code op operand}, or null. */
  static Object unary(String operator, Object operand) {
    if (operand instanceof Boolean value) {
      return operator.equals("!") ? !value : null;
    }
    if (operand instanceof Integer value) {
      return switch (operator) {
        case "-" -> -value;
        case "+" -> value;
        case "~" -> ~value;
        case "++" -> value + 1;
        case "--" -> value - 1;
        default -> null;
      };
    }
    return null;
  }

  /** What a method of a constant text returns, or null. */
  static Object call(Object target, String name, List<Object> arguments) {
    if (!(target instanceof String text)) {
      return switch (name + "/" + arguments.size()) {
        case "toString/0" -> target == Value.NULL ? null : String.valueOf(target);
        case "intValue/0" -> target instanceof Integer ? target : null;
        case "booleanValue/0" -> target instanceof Boolean ? target : null;
        case "equals/1" -> target == Value.NULL ? null : (Object) target.equals(arguments.get(0));
        default -> null;
      };
    }
    try {
      return text(text, name, arguments);
    } catch (IndexOutOfBoundsException | ClassCastException e) {
      return null;
    }
  }

  private static Object text(String text, String name, List<Object> arguments) {
    Object first = arguments.isEmpty() ? null : arguments.get(0);
    return switch (name + "/" + arguments.size()) {
      case "charAt/1" -> text.charAt((int) number(first));
      case "length/0" -> text.length();
      case "isEmpty/0" -> text.isEmpty();
      case "isBlank/0" -> text.isBlank();
      case "equals/1" -> text.equals(first);
      case "equalsIgnoreCase/1" -> first instanceof String s ? text.equalsIgnoreCase(s) : null;
      case "contains/1" -> first instanceof String s ? text.contains(s) : null;
      case "startsWith/1" -> first instanceof String s ? text.startsWith(s) : null;
      case "endsWith/1" -> first instanceof String s ? text.endsWith(s) : null;
      case "indexOf/1" ->
          first instanceof String s
              ? (Object) text.indexOf(s)
              : first instanceof Character c ? text.indexOf(c) : null;
      case "substring/1" -> text.substring((int) number(first));
      case "substring/2" -> text.substring((int) number(first), (int) number(arguments.get(1)));
      case "concat/1" -> first instanceof String s ? text.concat(s) : null;
      case "replace/2" -> text.replace(text(first), text(arguments.get(1)));
      case "repeat/1" -> first instanceof Integer n && n >= 0 && n < 200 ? text.repeat(n) : null;
      case "trim/0", "strip/0" -> text.strip();
      case "toString/0", "intern/0" -> text;
      case "toLowerCase/0", "toLowerCase/1" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase/0", "toUpperCase/1" -> text.toUpperCase(Locale.ROOT);
      default -> null;
    };
  }
}
