package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Following;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import java.util.List;

/** What a method answers after a clause that does nothing else, or next to nothing. */
final class CaughtAnswer {
  private CaughtAnswer() {}

  /** The value, or null if the clause does more or the method goes on. */
  static Expr of(Handling handling) {
    if (handling.onlyLogs()) {
      return afterFailure(handling);
    }
    if (!handling.onlyLogsBeforeLast()) {
      return null;
    }
    return handling.last() instanceof Stmt.Return end ? end.value() : assigned(handling);
  }

  /** {@code catch (...) { log } return null;} where the {@code try} itself has returned. */
  private static Expr afterFailure(Handling handling) {
    boolean isReachedByFailure = !Completion.isNormal(handling.attempt().body());
    return isReachedByFailure ? next(handling) : null;
  }

  /** {@code catch (...) { orders = List.of(); } return orders;}. */
  private static Expr assigned(Handling handling) {
    return handling.last() instanceof Stmt.Expression last
            && last.expression() instanceof Expr.Assign assign
            && assign.assigned() instanceof Expr.Name variable
            && next(handling) instanceof Expr.Name returned
            && returned.name().equals(variable.name())
        ? assign.value()
        : null;
  }

  /** What the statement right after the {@code try} returns, or null. */
  private static Expr next(Handling handling) {
    Following rest = Following.after(handling.file(), handling.attempt());
    List<Stmt> statements = rest.statements();
    return !rest.isInLoop() && !statements.isEmpty() && statements.get(0) instanceof Stmt.Return end
        ? end.value()
        : null;
  }
}
