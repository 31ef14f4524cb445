package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Calls whose value nobody takes: those that are a statement, and the body of a lambda that is
 * known to return nothing.
 */
public final class Discarded {
  private static final String[] RETURN_NOTHING = {
    "java.lang.Runnable",
    "java.util.function.Consumer",
    "java.util.function.BiConsumer",
    "java.util.function.IntConsumer",
    "java.util.function.LongConsumer"
  };

  private Discarded() {}

  /** All such calls of a file, in source order. */
  public static List<Expr.Call> calls(SourceFile file) {
    List<Expr.Call> found = new ArrayList<>();
    for (Stmt.Expression statement : file.all(Stmt.Expression.class)) {
      if (statement.expression() instanceof Expr.Call call && !isValue(file, statement)) {
        found.add(call);
      }
    }
    for (Expr.Lambda lambda : file.all(Expr.Lambda.class)) {
      if (lambda.body() instanceof Expr.Call call
          && lambda.type().isAnyOf(RETURN_NOTHING).isYes()) {
        found.add(call);
      }
    }
    found.sort(Comparator.comparing(Expr.Call::anchor));
    return found;
  }

  /** {@code case X -> call();} is a value in a switch expression. */
  private static boolean isValue(SourceFile file, Stmt.Expression statement) {
    Node around = file.parent(statement);
    return around instanceof Case && file.parent(around) instanceof Expr.SwitchExpr;
  }
}
