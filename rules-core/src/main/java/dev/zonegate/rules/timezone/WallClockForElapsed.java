package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds waits that a clock correction makes longer or shorter, and epochs cut to an {@code int}.
 */
final class WallClockForElapsed {
  private static final ApiSet CLOCK =
      ApiSet.of("java.lang.System#currentTimeMillis()", "java.time.Instant#now()");
  private static final ApiSet EPOCH =
      ApiSet.of(
          "java.lang.System#currentTimeMillis()",
          "java.time.Instant#toEpochMilli()",
          "java.util.Date#getTime()",
          "java.util.Calendar#getTimeInMillis()");
  private static final ApiSet EPOCH_SECOND = ApiSet.of("java.time.Instant#getEpochSecond()");
  private static final ApiSet COMPARES =
      ApiSet.of("java.time.Instant#isBefore(*)", "java.time.Instant#isAfter(*)");
  private static final ApiSet SEEDS =
      ApiSet.of(
          "java.util.Random#new", "java.util.Random#setSeed", "java.util.SplittableRandom#new");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
  private static final long MILLIS_A_SECOND = 1000;

  private WallClockForElapsed() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Binary binary : file.all(Expr.Binary.class)) {
      if (COMPARISONS.contains(binary.operator())
          && (isWait(file, binary.left(), binary.right())
              || isWait(file, binary.right(), binary.left()))) {
        report.at(
            clock(file, binary),
            TimeZoneRule.WALL_CLOCK_FOR_ELAPSED,
            "System.currentTimeMillis()",
            "times a wait, but jumps when the clock is set");
      }
    }
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (COMPARES.matches(call).isYes() && isInstantWait(file, call)) {
        report.at(
            call,
            TimeZoneRule.WALL_CLOCK_FOR_ELAPSED,
            Surroundings.shown(file, call),
            "times a wait, but jumps when the clock is set");
      }
    }
    for (Expr.Cast cast : file.all(Expr.Cast.class)) {
      if (cast.type().isNamed("int") && isEpoch(file, cast)) {
        report
            .at(cast, TimeZoneRule.WALL_CLOCK_FOR_ELAPSED, file.text(cast), "does not fit an `int`")
            .confidence(Confidence.HIGH);
      }
    }
  }

  /** {@code clock - start < timeout} or {@code clock < deadline}, both times of this method. */
  private static boolean isWait(SourceFile file, Expr measured, Expr limit) {
    if (isClock(measured)) {
      return isOwnTime(file, limit);
    }
    return measured instanceof Expr.Binary difference
        && difference.operator().equals("-")
        && (isClock(difference.left()) && isOwnTime(file, difference.right())
            || isOwnTime(file, difference.left()) && isClock(difference.right()));
  }

  private static boolean isInstantWait(SourceFile file, Expr.Call call) {
    Expr other = call.arguments().get(0);
    return call.target() != null
        && (isClock(call.target()) && isOwnTime(file, other)
            || isClock(other) && isOwnTime(file, call.target()));
  }

  private static boolean isClock(Expr expression) {
    return expression instanceof Invocation use && CLOCK.matches(use).isYes();
  }

  /** Whether it is a local variable that this method itself has read from the clock. */
  private static boolean isOwnTime(SourceFile file, Expr expression) {
    Variable variable = Values.declaration(file, expression);
    if (!(variable instanceof Stmt.Local local) || local.initializer() == null) {
      return false;
    }
    boolean startsAsClock = isFromClock(local.initializer());
    return startsAsClock
        && Bindings.of(file).assignments(local).stream()
            .allMatch(each -> isFromClock(each.value()));
  }

  /** The clock, or the clock plus something. */
  private static boolean isFromClock(Expr expression) {
    if (isClock(expression)) {
      return true;
    }
    if (expression instanceof Expr.Binary sum && sum.operator().equals("+")) {
      return isFromClock(sum.left()) || isFromClock(sum.right());
    }
    return expression instanceof Expr.Call call
        && call.name().startsWith("plus")
        && call.target() != null
        && isClock(call.target());
  }

  private static Node clock(SourceFile file, Expr.Binary comparison) {
    List<Expr.Call> calls = file.allIn(comparison, Expr.Call.class);
    return calls.stream().filter(WallClockForElapsed::isClock).findFirst().orElseThrow();
  }

  private static boolean isEpoch(SourceFile file, Expr.Cast cast) {
    if (file.parent(cast) instanceof Invocation use && SEEDS.matches(use).isYes()) {
      return false;
    }
    Expr operand = cast.operand();
    if (operand instanceof Expr.Binary quotient && quotient.operator().equals("/")) {
      OptionalLong divisor = Values.number(file, quotient.right());
      return divisor.isPresent()
          && divisor.getAsLong() == MILLIS_A_SECOND
          && isUse(quotient.left(), EPOCH);
    }
    return isUse(operand, EPOCH) || isUse(operand, EPOCH_SECOND);
  }

  private static boolean isUse(Expr expression, ApiSet apis) {
    return expression instanceof Invocation use && apis.matches(use).isYes();
  }
}
