package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.LogCall;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.util.List;
import java.util.Locale;

/** A failure that is told on as a message only: a new exception or a log line without the cause. */
final class LostCause {
  private static final TypeSet TAKES_CAUSE = TypeSet.load("errors/cause-constructors.types");

  private LostCause() {}

  static boolean find(Handling handling, Reporter report) {
    if (handling.keepsTrace()
        || handling.passesOn()
        || CaughtTypes.isExpected(handling.clause())
        || isInterruption(handling)
        || OnPurpose.isSaidByName(handling)
        || Work.isProbe(handling)
        || Work.isInMemory(handling)
        || CaughtTypes.isBroad(handling.clause()) && Work.onlyComputes(handling).isYes()
        || CleanUp.is(handling)) {
      return false;
    }
    return findThrow(handling, report) || findLog(handling, report);
  }

  private static boolean isInterruption(Handling handling) {
    return handling.clause().types().stream()
        .anyMatch(type -> type.ref().isNamed("java.lang.InterruptedException"));
  }

  private static boolean findThrow(Handling handling, Reporter report) {
    if (!(handling.last() instanceof Stmt.Throw end)
        || !(end.value() instanceof Expr.New created)
        || created.body() != null
        || isVerdict(handling)
        || hasNoCause(created.created().ref())
        || isMapping(created) && !CaughtTypes.isBroad(handling.clause())) {
      return false;
    }
    Report found =
        report.at(
            created,
            SwallowedErrorRule.LOST_CAUSE,
            created.shortName(),
            CaughtTypes.names(handling.clause()));
    if (isMapping(created)) {
      found.severity(Severity.NOTE);
    }
    if (takesTextAndCause(handling, created)) {
      TextEdit edit =
          TextEdit.insertAfter(
              created.arguments().get(0).span(), ", " + handling.clause().parameter().name());
      found.fix(Fix.of("Pass the cause", edit));
    }
    return true;
  }

  /** A check passes on what is wrong with its input, which the message says. */
  private static boolean isVerdict(Handling handling) {
    return handling.methodName().startsWith("validate") && handling.tellsText();
  }

  /** Exceptions of the JDK that take a message only. */
  private static boolean hasNoCause(TypeRef type) {
    return type.isUnknown()
        || type.name().startsWith("java.") && !TAKES_CAUSE.contains(type).isYes()
        || CaughtTypes.isExpected(type) && !TAKES_CAUSE.contains(type).isYes();
  }

  /** An error code among the arguments says that the exception is translated on purpose. */
  private static boolean isMapping(Expr.New created) {
    return created.arguments().stream()
        .anyMatch(
            each ->
                each.type().shape().kind() == TypeShape.Kind.ENUM
                    || each instanceof Expr.FieldAccess field
                        && field.name().equals(field.name().toUpperCase(Locale.ROOT)));
  }

  private static boolean takesTextAndCause(Handling handling, Expr.New created) {
    if (created.arguments().size() != 1
        || !created.arguments().get(0).type().isNamed("java.lang.String")) {
      return false;
    }
    TypeRef type = created.created().ref();
    return TAKES_CAUSE.contains(type).isYes()
        || handling.file().all(Decl.Type.class).stream()
            .filter(declared -> declared.qualifiedName().equals(type.name()))
            .flatMap(declared -> declared.members().stream())
            .anyMatch(LostCause::isTextAndCause);
  }

  private static boolean isTextAndCause(Decl member) {
    return member instanceof Decl.Method method
        && method.isConstructor()
        && method.params().size() == 2
        && method.params().get(0).type().ref().isNamed("java.lang.String")
        && method.params().get(1).type().ref().isAnyOf("java.lang.Throwable").isYes();
  }

  /** The message of a narrow exception is enough for a warning. */
  private static boolean isTooLittle(Handling handling, LogCall log) {
    return log.level() == LogCall.Level.ERROR
        || log.level() == LogCall.Level.WARN
            && (CaughtTypes.isBroad(handling.clause()) || handling.uses().isEmpty());
  }

  private static boolean findLog(Handling handling, Reporter report) {
    List<LogCall> alarms =
        handling.logs().stream().filter(log -> isTooLittle(handling, log)).toList();
    if (handling.throwsAny() || alarms.isEmpty() || !CaughtTypes.hidesFailure(handling.clause())) {
      return false;
    }
    LogCall log = alarms.get(0);
    Report found =
        report.at(
            log.call(),
            SwallowedErrorRule.LOST_CAUSE,
            log.call().shortName(),
            CaughtTypes.names(handling.clause()));
    if (!CaughtTypes.isBroad(handling.clause())) {
      found.confidence(Confidence.MEDIUM);
    }
    if (log.takesThrowableLast() && !log.call().arguments().isEmpty()) {
      Expr last = log.call().arguments().get(log.call().arguments().size() - 1);
      TextEdit edit =
          TextEdit.insertAfter(last.span(), ", " + handling.clause().parameter().name());
      found.fix(Fix.of("Log the exception", edit));
    }
    return true;
  }
}
