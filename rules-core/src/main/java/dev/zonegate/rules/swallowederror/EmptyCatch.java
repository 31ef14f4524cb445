package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Completion;
import dev.zonegate.match.Following;
import dev.zonegate.match.Rejections;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    if (OnPurpose.hasReason(handling)) {
      found.severity(Severity.NOTE);
    } else if (Work.isBestEffort(handling)
        || Work.onlyConverts(handling)
        || OnPurpose.hasHint(handling)
        || isOneOfSeveral(handling)
        || refusesNext(handling)) {
      found.severity(Severity.WARNING);
    }
    return true;
  }

  /** {@code try { return asJson(text); } catch (...) {} return asXml(text);}: the next guess. */
  private static boolean isOneOfSeveral(Handling handling) {
    List<Stmt> tried = handling.attempt().body().statements();
    return !tried.isEmpty()
        && tried.get(tried.size() - 1) instanceof Stmt.Return found
        && found.value() != null
        && Following.after(handling.file(), handling.attempt()).statements().stream()
            .anyMatch(EmptyCatch::isOtherAnswer);
  }

  /** Whether the caller is turned away right after it, as it is when all goes well and says no. */
  private static boolean refusesNext(Handling handling) {
    return Following.after(handling.file(), handling.attempt()).statements().stream()
        .findFirst()
        .filter(Stmt.Return.class::isInstance)
        .filter(next -> Rejections.ofCallers(handling.file(), next))
        .isPresent();
  }

  private static boolean isOtherAnswer(Stmt next) {
    return next instanceof Stmt.Try
        || next instanceof Stmt.If
        || next instanceof Stmt.Return end
            && end.value() != null
            && DefaultValue.describe(end.value()).isEmpty();
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
        || Work.isForTheLog(handling)
        || Work.onlyLogs(handling)
        || Interrupted.isOnlyCaught(handling)
        || throwsNext(handling)
        || isTrial(handling)
        || hasFallback(handling)
        || expectsToThrow(handling.attempt().body());
  }

  /** A conversion that is tried: compared at once, or said to be one. */
  private static boolean isTrial(Handling handling) {
    List<Stmt> body = handling.attempt().body().statements();
    return Work.onlyConverts(handling)
        && (OnPurpose.hasReason(handling) || body.size() == 1 && body.get(0) instanceof Stmt.If);
  }

  /** Whether the method fails anyway, right after it. */
  private static boolean throwsNext(Handling handling) {
    List<Stmt> rest = Following.after(handling.file(), handling.attempt()).statements();
    return !rest.isEmpty() && rest.get(0) instanceof Stmt.Throw;
  }

  /** {@code if (rate == null) { rate = standard; }} after a {@code try} that was to set it. */
  private static boolean hasFallback(Handling handling) {
    Set<String> set =
        assigned(handling, handling.attempt().body()).collect(Collectors.toUnmodifiableSet());
    return Following.after(handling.file(), handling.attempt()).statements().stream()
        .filter(Stmt.If.class::isInstance)
        .map(Stmt.If.class::cast)
        .filter(check -> isNullCheck(check.condition(), set))
        .anyMatch(
            check ->
                !handling.file().allIn(check.then(), Stmt.Throw.class).isEmpty()
                    || assigned(handling, check.then()).anyMatch(set::contains));
  }

  private static Stream<String> assigned(Handling handling, Node within) {
    return handling.file().allIn(within, Expr.Assign.class).stream()
        .map(Expr.Assign::assigned)
        .filter(Expr.Name.class::isInstance)
        .map(name -> ((Expr.Name) name).name());
  }

  private static boolean isNullCheck(Expr condition, Set<String> names) {
    return condition instanceof Expr.Binary binary
        && binary.operator().equals("==")
        && binary.left() instanceof Expr.Name name
        && names.contains(name.name())
        && binary.right() instanceof Expr.Literal literal
        && literal.value() == null;
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
