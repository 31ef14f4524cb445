package dev.zonegate.match;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.LongBinaryOperator;

/** Folds binary operators over constants; null for what it does not fold. */
final class Arithmetic {
  private static final Map<String, LongBinaryOperator> LONG =
      Map.of(
          "+", Long::sum,
          "-", (a, b) -> a - b,
          "*", (a, b) -> a * b,
          "/", (a, b) -> a / b,
          "%", (a, b) -> a % b);
  private static final Map<String, BiPredicate<Long, Long>> COMPARISONS =
      Map.of(
          "<", (a, b) -> a < b,
          ">", (a, b) -> a > b,
          "<=", (a, b) -> a <= b,
          ">=", (a, b) -> a >= b,
          "==", Long::equals,
          "!=", (a, b) -> !a.equals(b));

  private Arithmetic() {}

  static BinaryOperator<Object> operation(String operator) {
    BiPredicate<Long, Long> comparison = COMPARISONS.get(operator);
    if (comparison != null) {
      return (left, right) -> compare(comparison, left, right);
    }
    LongBinaryOperator operation = LONG.get(operator);
    return operation == null ? null : (left, right) -> apply(operator, operation, left, right);
  }

  /** The operation over every pair; empty if one cannot be folded or they are more than allowed. */
  static Set<Object> combine(
      Set<Object> left, Set<Object> right, BinaryOperator<Object> operation, int most) {
    Set<Object> values = new LinkedHashSet<>();
    if (left.size() * right.size() > most) {
      return values;
    }
    for (Object one : left) {
      for (Object other : right) {
        Object value = operation.apply(one, other);
        if (value == null) {
          return Set.of();
        }
        values.add(value);
      }
    }
    return values;
  }

  private static Object apply(
      String operator, LongBinaryOperator operation, Object left, Object right) {
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      return String.valueOf(left) + right;
    }
    if (!isInteger(left) || !isInteger(right) || isDivisionByZero(operator, right)) {
      return null;
    }
    long value = operation.applyAsLong(((Number) left).longValue(), ((Number) right).longValue());
    return left instanceof Long || right instanceof Long ? (Object) value : (Object) (int) value;
  }

  private static Object compare(BiPredicate<Long, Long> comparison, Object left, Object right) {
    return isInteger(left) && isInteger(right)
        ? comparison.test(((Number) left).longValue(), ((Number) right).longValue())
        : null;
  }

  private static boolean isDivisionByZero(String operator, Object right) {
    return (operator.equals("/") || operator.equals("%")) && ((Number) right).longValue() == 0;
  }

  private static boolean isInteger(Object value) {
    return value instanceof Integer || value instanceof Long;
  }
}
