package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Completion;
import dev.zonegate.model.Comment;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.regex.Pattern;

/** A catch clause that does nothing, whatever its comment says. */
final class EmptyCatch {
  private static final Pattern SAID_BY_NAME =
      Pattern.compile("(ignore|ignored|ignoring|expected|unused|_)([A-Z0-9_].*)?");
  private static final Pattern EMPTY_REASON =
      Pattern.compile(
          "(?i)\\W*(todo|fixme|xxx|ignore|nothing|do nothing|no-?op|empty|swallow)\\b.*");
  private static final int WORDS_OF_A_REASON = 4;

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
    if (hasReason(handling) || Work.isBestEffort(handling)) {
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
    return SAID_BY_NAME.matcher(handling.clause().parameter().name()).matches()
        || CaughtTypes.isExpected(handling.clause())
        || CleanUp.is(handling)
        || Work.isProbe(handling)
        || expectsToThrow(handling.attempt().body());
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

  private static boolean hasReason(Handling handling) {
    return handling.file().comments().stream()
        .filter(comment -> handling.clause().body().span().contains(comment.span()))
        .map(Comment::text)
        .anyMatch(EmptyCatch::isReason);
  }

  private static boolean isReason(String comment) {
    return !EMPTY_REASON.matcher(comment).matches()
        && Pattern.compile("[\\p{L}']{2,}").matcher(comment).results().count() >= WORDS_OF_A_REASON;
  }
}
