package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.Following;
import dev.zonegate.match.LogCall;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A catch clause that logs, after which the method tells its caller that all went well. */
final class LogAndContinue {
  private LogAndContinue() {}

  static boolean find(Handling handling, Reporter report) {
    if (!hidesFailure(handling)) {
      return false;
    }
    Optional<String> success =
        handling.onlyLogs() ? successAfter(handling) : successInside(handling);
    if (success.isEmpty()) {
      return false;
    }
    Report found =
        report
            .at(
                handling.clause(),
                SwallowedErrorRule.LOG_AND_CONTINUE,
                CaughtTypes.names(handling.clause()),
                success.get())
            .confidence(Work.confidence(handling));
    if (isExpected(handling)) {
      found.severity(Severity.NOTE);
    }
    return true;
  }

  private static boolean isExpected(Handling handling) {
    return OnPurpose.hasReason(handling) || isForDiagnosis(handling);
  }

  /** Whether it logs where nobody looks for what went wrong. */
  private static boolean isForDiagnosis(Handling handling) {
    return handling.logs().stream().allMatch(each -> each.level() == LogCall.Level.DEBUG);
  }

  /** A look-up that may fail, or a failure that a comment calls harmless, logged for diagnosis. */
  private static boolean isHarmless(Handling handling) {
    return isForDiagnosis(handling) && (!Effects.isIn(handling) || OnPurpose.isExplained(handling));
  }

  /**
   * Finds it where a method that returns nothing was to change something and just ends: its caller
   * goes on as if it had.
   */
  static boolean findSilentEnd(Handling handling, Reporter report) {
    if (!hidesFailure(handling)
        || !handling.onlyLogs()
        || Work.isBestEffort(handling)
        || OnPurpose.hasReason(handling)
        || !endsSilently(handling)
        || !Effects.isIn(handling)) {
      return false;
    }
    Report found =
        report
            .at(
                handling.clause(),
                SwallowedErrorRule.LOG_AND_CONTINUE,
                CaughtTypes.names(handling.clause()),
                "ends")
            .confidence(Work.confidence(handling));
    if (isExpected(handling)) {
      found.severity(Severity.NOTE);
    }
    return true;
  }

  private static boolean endsSilently(Handling handling) {
    return handling.method() != null
        && !handling.method().isConstructor()
        && handling.method().returnType() instanceof TypeNode.Primitive nothing
        && nothing.name().equals("void")
        && Following.after(handling.file(), handling.attempt()).statements().isEmpty();
  }

  private static boolean hidesFailure(Handling handling) {
    return CaughtTypes.hidesFailure(handling.clause())
        && !handling.logs().isEmpty()
        && !handling.passesOn()
        && !OnPurpose.isSaidByName(handling)
        && !Boundary.is(handling)
        && !CleanUp.is(handling)
        && !isHarmless(handling)
        && !Work.isProbe(handling)
        && !Work.isInMemory(handling)
        && Work.reachesOutside(handling);
  }

  /** {@code log.error(...); return true;}. */
  private static Optional<String> successInside(Handling handling) {
    return handling.onlyLogsBeforeLast()
            && !handling.tellsText()
            && handling.last() instanceof Stmt.Return end
            && end.value() != null
        ? Success.value(end.value())
        : Optional.empty();
  }

  private static Optional<String> successAfter(Handling handling) {
    List<Stmt> rest = Following.after(handling.file(), handling.attempt()).statements();
    if (rest.stream().anyMatch(each -> looksAgain(handling, each))) {
      return Optional.empty();
    }
    for (Stmt statement : rest) {
      Optional<String> success = Success.told(handling.file(), statement);
      if (success.isPresent()) {
        return success;
      }
    }
    return rest.isEmpty() || isForDiagnosis(handling)
        ? Optional.empty()
        : resultOfTry(handling, rest.get(rest.size() - 1));
  }

  /** Whether what follows may notice the failure: it throws, tries again or tests what was done. */
  private static boolean looksAgain(Handling handling, Stmt statement) {
    if (!handling.file().allIn(statement, Stmt.Throw.class).isEmpty()
        || !handling.file().allIn(statement, Stmt.Try.class).isEmpty()) {
      return true;
    }
    Set<String> changed = changedInTry(handling);
    return handling.file().allIn(statement, Stmt.If.class).stream()
        .anyMatch(check -> mentions(handling, check.condition(), changed));
  }

  /** {@code return list;} where the failed {@code try} was to fill the list. */
  private static Optional<String> resultOfTry(Handling handling, Stmt last) {
    return last instanceof Stmt.Return end
            && end.value() instanceof Expr.Name name
            && changedInTry(handling).contains(name.name())
        ? Optional.of("returns `" + name.name() + "`")
        : Optional.empty();
  }

  private static boolean mentions(Handling handling, Expr condition, Set<String> names) {
    return handling.file().allIn(condition, Expr.Name.class).stream()
        .anyMatch(name -> names.contains(name.name()));
  }

  /** Variables that the {@code try} assigns or calls something on that takes an argument. */
  private static Set<String> changedInTry(Handling handling) {
    Set<String> names =
        handling.file().allIn(handling.attempt().body(), Expr.Assign.class).stream()
            .map(Expr.Assign::assigned)
            .filter(Expr.Name.class::isInstance)
            .map(name -> ((Expr.Name) name).name())
            .collect(Collectors.toSet());
    for (Expr.Call call : handling.file().allIn(handling.attempt().body(), Expr.Call.class)) {
      if (call.target() instanceof Expr.Name name
          && call.name().matches("(add|put|set|append|push|offer|load|fill|merge)([A-Z].*)?")) {
        names.add(name.name());
      }
    }
    return names;
  }
}
