package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Following;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;

/** A catch clause that does nothing, whatever its comment says. */
final class EmptyCatch {
  private EmptyCatch() {}

  static boolean find(Handling handling, Reporter report) {
    if (!isEmpty(handling) || isOnPurpose(handling)) {
      return false;
    }
    Report found =
        report.at(
            handling.clause(),
            SwallowedErrorRule.EMPTY_CATCH,
            CaughtTypes.names(handling.clause()));
    if (OnPurpose.hasReason(handling) || Work.isBestEffort(handling)) {
      found.severity(Severity.WARNING);
    }
    return true;
  }

  private static boolean isEmpty(Handling handling) {
    List<Stmt> statements = handling.statements();
    return statements.isEmpty() || statements.size() == 1 && leaves(statements.get(0));
  }

  private static boolean leaves(Stmt only) {
    return only instanceof Stmt.Continue
        || only instanceof Stmt.Break
        || only instanceof Stmt.Return end && end.value() == null;
  }

  private static boolean isOnPurpose(Handling handling) {
    return OnPurpose.isSaidByName(handling)
        || CaughtTypes.isExpected(handling.clause())
        || CleanUp.is(handling)
        || Work.isProbe(handling)
        || Work.isInMemory(handling)
        || throwsNext(handling)
        || expectsToThrow(handling.attempt().body());
  }

  /** Whether the method fails anyway, right after it. */
  private static boolean throwsNext(Handling handling) {
    List<Stmt> rest = Following.after(handling.file(), handling.attempt()).statements();
    return !rest.isEmpty() && rest.get(0) instanceof Stmt.Throw;
  }

  /** {@code try { pay(); fail(); } catch (...) {}}: going on would be the failure. */
  private static boolean expectsToThrow(Stmt.Block body) {
    List<Stmt> statements = body.statements();
    if (statements.isEmpty()) {
      return false;
    }
    Stmt last = statements.get(statements.size() - 1);
    return last instanceof Stmt.Throw
        || !Completion.isNormal(last) && !(last instanceof Stmt.Return)
        || last instanceof Stmt.Expression expression
            && expression.expression() instanceof Expr.Call call
            && call.name().startsWith("fail");
  }
}
