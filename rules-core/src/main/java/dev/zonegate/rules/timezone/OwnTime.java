package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;

/** Times that this process itself has read from the wall clock, and nobody else ever sets. */
final class OwnTime {
  private static final ApiSet CLOCK =
      ApiSet.of("java.lang.System#currentTimeMillis()", "java.time.Instant#now()");
  private static final int MOST_STEPS = 3;

  private OwnTime() {}

  /** Whether it is the clock, or a local variable that holds what the clock said. */
  static boolean isNow(SourceFile file, Expr expression) {
    return isClock(expression)
        || Values.declaration(file, expression) instanceof Stmt.Local local
            && isClock(local.initializer())
            && Bindings.of(file).isAssignedOnce(local);
  }

  /** Whether it reads the clock. */
  static boolean isClock(Expr expression) {
    return expression instanceof Invocation use && CLOCK.matches(use).isYes();
  }

  /** Whether it is a variable that only ever holds a time of the clock, or one so much later. */
  static boolean isOwn(SourceFile file, Expr expression) {
    return !isClock(expression) && isFromClock(file, expression, MOST_STEPS);
  }

  private static boolean isFromClock(SourceFile file, Expr expression, int steps) {
    if (isClock(expression)) {
      return true;
    }
    if (expression instanceof Expr.Binary sum && sum.operator().equals("+")) {
      return isFromClock(file, sum.left(), steps) || isFromClock(file, sum.right(), steps);
    }
    if (expression instanceof Expr.Call call) {
      return call.name().startsWith("plus")
          && call.target() != null
          && isFromClock(file, call.target(), steps);
    }
    Variable variable = Values.declaration(file, expression);
    return variable != null && steps > 0 && isOwn(file, variable, steps - 1);
  }

  private static boolean isOwn(SourceFile file, Variable variable, int steps) {
    boolean isField = variable instanceof Decl.Field field && isOfThisProcess(file, field);
    if (!isField && !(variable instanceof Stmt.Local)) {
      return false;
    }
    List<Expr.Assign> assignments = Bindings.of(file).assignments(variable);
    Expr first = variable.initializer();
    boolean isSetLater = first == null || isField && isConstant(first);
    return (isSetLater ? !assignments.isEmpty() : isFromClock(file, first, steps))
        && assignments.stream()
            .allMatch(
                each ->
                    isFromClock(file, each.value(), steps) || isField && isConstant(each.value()))
        && (!isSetLater
            || assignments.stream().anyMatch(each -> isFromClock(file, each.value(), steps)));
  }

  /** A field that nobody outside of this file sets, and nobody stores. */
  private static boolean isOfThisProcess(SourceFile file, Decl.Field field) {
    Decl.Type type = file.enclosing(field, Decl.Type.class);
    boolean isFixed = field.modifiers().contains(Modifier.FINAL) && field.initializer() != null;
    return (isFixed
            || field.modifiers().contains(Modifier.PRIVATE)
            || type.modifiers().contains(Modifier.PRIVATE))
        && !StoredMoments.isStoredOrSent(file, type)
        && !type.ref().isA("java.io.Serializable").isYes();
  }

  private static boolean isConstant(Expr value) {
    return value instanceof Expr.Literal
        || value instanceof Expr.Unary sign && sign.operand() instanceof Expr.Literal;
  }
}
