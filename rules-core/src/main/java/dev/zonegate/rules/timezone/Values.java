package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.OptionalLong;

/** What an operand is, seen through the variable that holds it. */
final class Values {
  private static final ApiSet LOCAL_NOW = ApiSet.of("java.time.LocalDateTime#now()");

  private Values() {}

  /** Whether it is {@code LocalDateTime.now()}, or a local variable that starts as it. */
  static boolean isLocalNow(SourceFile file, Expr expression) {
    return initial(file, expression) instanceof Invocation use && LOCAL_NOW.matches(use).isYes();
  }

  static boolean isLocalDateTime(Expr expression) {
    return expression.type().isNamed("java.time.LocalDateTime");
  }

  /**
   * The initial value of the variable that {@code expression} names, else the expression itself.
   */
  static Expr initial(SourceFile file, Expr expression) {
    Variable variable = declaration(file, expression);
    return variable == null || variable.initializer() == null ? expression : variable.initializer();
  }

  /** The declaration in this file of the variable that {@code expression} names, or null. */
  static Variable declaration(SourceFile file, Expr expression) {
    return Bindings.of(file).declaration(expression).orElse(null);
  }

  /** The whole number that {@code expression} always is. */
  static OptionalLong number(SourceFile file, Expr expression) {
    Object value = Constants.of(file).value(expression).orElse(null);
    return value instanceof Integer || value instanceof Long
        ? OptionalLong.of(((Number) value).longValue())
        : OptionalLong.empty();
  }
}
