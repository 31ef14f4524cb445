package dev.zonegate.rules.swallowederror;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.stream.Collectors;

/** A catch clause that swallows more than the {@code try} can throw. */
final class CatchTooBroad {
  private static final int MOST_NAMED = 2;

  private CatchTooBroad() {}

  static boolean find(Handling handling, Reporter report) {
    if (!swallows(handling)) {
      return false;
    }
    TypeRef caught = handling.clause().types().get(0).ref();
    if (caught.isNamed("java.lang.Throwable") || caught.isNamed("java.lang.Error")) {
      report
          .at(
              handling.clause(),
              SwallowedErrorRule.CATCH_TOO_BROAD,
              caught.simpleName(),
              "`OutOfMemoryError` and every other error of the JVM")
          .confidence(Confidence.MEDIUM);
      return true;
    }
    if (!caught.isNamed("java.lang.Exception") || !isOfFewNarrowTypes(handling)) {
      return false;
    }
    report
        .at(
            handling.clause(),
            SwallowedErrorRule.CATCH_TOO_BROAD,
            caught.simpleName(),
            "programming errors too, while the `try` throws " + names(handling))
        .confidence(Confidence.MEDIUM);
    return true;
  }

  private static boolean swallows(Handling handling) {
    return handling.clause().types().size() == 1
        && handling.swallows()
        && !handling.passesOn()
        && (handling.onlyLogs() || returnsNothing(handling))
        && !isMeant(handling)
        && !isLastResort(handling)
        && !Boundary.is(handling)
        && !CleanUp.is(handling)
        && !Work.isProbe(handling)
        && !Work.isBestEffort(handling);
  }

  private static boolean returnsNothing(Handling handling) {
    return handling.onlyLogsBeforeLast()
        && handling.last() instanceof Stmt.Return end
        && (end.value() == null || DefaultValue.describe(end.value()).isPresent());
  }

  /** Said so, or told to nobody but a debug log, or putting back what was before. */
  private static boolean isMeant(Handling handling) {
    return OnPurpose.isSaidByName(handling)
        || OnPurpose.hasReason(handling)
        || handling.methodName().matches("(restore|reset)([A-Z].*)?")
        || !handling.logs().isEmpty()
            && handling.logs().stream().noneMatch(log -> log.level().isAlarm());
  }

  /** After clauses for narrower types it is there on purpose. */
  private static boolean isLastResort(Handling handling) {
    List<Catch> clauses = handling.attempt().catches();
    return clauses.get(0) != handling.clause();
  }

  private static boolean isOfFewNarrowTypes(Handling handling) {
    List<TypeRef> types = handling.thrown().types();
    return handling.thrown().isComplete()
        && !types.isEmpty()
        && types.size() <= MOST_NAMED
        && types.stream().noneMatch(CaughtTypes::isBroad)
        && types.stream().noneMatch(type -> type.isA("java.lang.RuntimeException").isYes());
  }

  private static String names(Handling handling) {
    return handling.thrown().types().stream()
        .map(type -> "`" + type.simpleName() + "`")
        .collect(Collectors.joining(", "));
  }
}
