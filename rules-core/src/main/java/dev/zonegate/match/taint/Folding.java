package dev.zonegate.match.taint;

import dev.zonegate.match.StringCalls;
import dev.zonegate.model.Operators;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Computes with constants, {@link Value#NULL} among them. No answer is null. */
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
    return switch (operator) {
      case "==" -> isSame(left, right);
      case "!=" -> !isSame(left, right);
      default -> Operators.binary(operator, left, right);
    };
  }

  /** Whether {@code ==} and {@code case} take them for the same. */
  static boolean isSame(Object left, Object right) {
    return Operators.binary("==", left, right) instanceof Boolean known
        ? known
        : left.equals(right);
  }

  /** The value of {@code op operand}, or null. */
  static Object unary(String operator, Object operand) {
    return switch (operator) {
      case "++" -> Operators.binary("+", operand, 1);
      case "--" -> Operators.binary("-", operand, 1);
      default -> Operators.unary(operator, operand);
    };
  }

  /** What a method of a constant returns, or null. */
  static Object call(Object target, String name, List<Object> arguments) {
    if (target instanceof String text) {
      return StringCalls.call(text, name, arguments);
    }
    if (target == Value.NULL) {
      return null;
    }
    return switch (name + "/" + arguments.size()) {
      case "toString/0" -> String.valueOf(target);
      case "intValue/0" -> target instanceof Integer ? target : null;
      case "booleanValue/0" -> target instanceof Boolean ? target : null;
      case "equals/1" -> target.equals(arguments.get(0));
      default -> null;
    };
  }
}
