package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A catch clause that answers a failure with {@code null}, zero or nothing. */
final class CatchReturnDefault {
  private static final TypeSet FALLBACKS = TypeSet.load("errors/fallbacks.types");
  private static final Pattern FALLBACK = Pattern.compile("(?is).*(fallback|recover|degrade).*");
  private static final Pattern ANSWERS_FOR_FAILURE =
      Pattern.compile(
          "(?s)(try|is|has|can|exists|parse|supports|matches|contains)([A-Z].*)?"
              + "|.*(OrNull|OrDefault|OrElse.*|OrEmpty|IfPresent|IfExists|Quietly|Safely)");

  private static final Pattern VERDICT =
      Pattern.compile(
          "(verify|validate|check|authenticate|decode|compare|equals|ping|probe)([A-Z].*)?"
              + "|(is|check)?(Alive|Ready|Healthy|Health|Up|Online|Reachable|Connected|Available)");

  private CatchReturnDefault() {}

  static boolean find(Handling handling, Reporter report) {
    Expr end = CaughtAnswer.of(handling);
    if (end == null) {
      return false;
    }
    Optional<String> value = describe(handling, end);
    if (value.isEmpty() || !hidesFailure(handling) || isOnPurpose(handling, end)) {
      return false;
    }
    Confidence sure = isInTheOpen(handling) ? Confidence.MEDIUM : Work.confidence(handling);
    Report found =
        report
            .at(
                handling.clause(),
                SwallowedErrorRule.CATCH_RETURN_DEFAULT,
                CaughtTypes.names(handling.clause()),
                value.get())
            .confidence(sure);
    if (sure != Confidence.HIGH || isHarmless(handling, end)) {
      found.severity(Severity.WARNING);
    }
    return true;
  }

  /** What may fail without harm, or is a no to a question that the name asks. */
  private static boolean isHarmless(Handling handling, Expr end) {
    return Work.isBestEffort(handling)
        || OnPurpose.hasReason(handling)
        || handling.keepsTrace()
        || isRefusal(handling, end)
        || isBoolean(end, false) && ANSWERS_FOR_FAILURE.matcher(handling.methodName()).matches();
  }

  /**
   * What the block itself answers where a check fails: {@code if (!isInside(path)) return null;}.
   */
  private static boolean isRefusal(Handling handling, Expr end) {
    return handling.file().allIn(handling.attempt().body(), Stmt.If.class).stream()
        .filter(each -> each.condition() instanceof Expr.Unary not && not.operator().equals("!"))
        .flatMap(each -> handling.file().allIn(each.then(), Stmt.Return.class).stream())
        .anyMatch(
            each ->
                each.value() != null
                    && DefaultValue.describe(each.value()).equals(DefaultValue.describe(end)));
  }

  /** Hidden from the caller alone: the log has all of it, loudly. */
  private static boolean isInTheOpen(Handling handling) {
    return handling.keepsTrace() && handling.logs().stream().anyMatch(log -> log.level().isAlarm());
  }

  /** A success that follows no log line is told here; after one it is logged and continued. */
  private static Optional<String> describe(Handling handling, Expr end) {
    Optional<String> empty = DefaultValue.describe(end);
    return empty.isPresent() || !handling.logs().isEmpty()
        ? empty
        : Success.value(end).map(success -> success.replaceFirst("^returns ", ""));
  }

  private static boolean hidesFailure(Handling handling) {
    return CaughtTypes.hidesFailure(handling.clause())
        && !handling.passesOn()
        && Work.reachesOutside(handling);
  }

  private static boolean isOnPurpose(Handling handling, Expr end) {
    return OnPurpose.isSaidByName(handling)
        || OnPurpose.isDocumented(handling)
        || Work.isProbe(handling)
        || Work.isInMemory(handling)
        || CleanUp.is(handling)
        || isFallback(handling.method())
        || isNamedFor(handling)
        || isVerdict(handling)
        || isOnePerItem(handling)
        || reportsOutcome(handling, end);
  }

  private static boolean isFallback(Decl.Method method) {
    return method != null
        && (FALLBACK.matcher(method.name()).matches()
            || FALLBACKS.annotationIn(method.annotations()) != null);
  }

  /** {@code findOrNull}, {@code isReachable}: the name tells what the default means. */
  private static boolean isNamedFor(Handling handling) {
    return handling.methodName().matches(".*(Quietly|Silently)")
        || !CaughtTypes.isBroad(handling.clause())
            && ANSWERS_FOR_FAILURE.matcher(handling.methodName()).matches();
  }

  /** A check that cannot be made says no, as it must: {@code verify}, {@code isAlive}. */
  private static boolean isVerdict(Handling handling) {
    return VERDICT.matcher(handling.methodName()).matches();
  }

  /** A lambda that leaves one item out and says so, or compares two. */
  private static boolean isOnePerItem(Handling handling) {
    return handling.routine() instanceof Expr.Lambda lambda
        && (lambda.type().isA("java.util.Comparator").isYes()
            || handling.keepsTrace()
                && handling.logs().stream().anyMatch(log -> log.level().isAlarm()));
  }

  /** Where success is {@code true} whatever happens, {@code false} says that it failed. */
  private static boolean reportsOutcome(Handling handling, Expr end) {
    if (!isBoolean(end, false) || handling.method() == null) {
      return false;
    }
    List<Stmt.Return> others =
        handling.file().allIn(handling.method().body(), Stmt.Return.class).stream()
            .filter(each -> !handling.clause().span().contains(each.span()))
            .toList();
    return others.stream().anyMatch(each -> isBoolean(each.value(), true))
        && others.stream().allMatch(each -> each.value() instanceof Expr.Literal);
  }

  private static boolean isBoolean(Expr value, boolean wanted) {
    return value instanceof Expr.Literal literal && Boolean.valueOf(wanted).equals(literal.value());
  }
}
