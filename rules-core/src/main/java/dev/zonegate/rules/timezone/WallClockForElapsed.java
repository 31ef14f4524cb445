package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Finds waits and measurements that a clock correction makes longer or shorter, and epochs cut to
 * an {@code int}.
 */
final class WallClockForElapsed {
  private static final String JUMPS = "measures elapsed time, but jumps when the clock is set";
  private static final ApiSet EPOCH =
      ApiSet.of(
          "java.lang.System#currentTimeMillis()",
          "java.time.Instant#toEpochMilli()",
          "java.util.Date#getTime()",
          "java.util.Calendar#getTimeInMillis()");
  private static final ApiSet EPOCH_SECOND = ApiSet.of("java.time.Instant#getEpochSecond()");
  private static final ApiSet COMPARES =
      ApiSet.of("java.time.Instant#isBefore(*)", "java.time.Instant#isAfter(*)");
  private static final ApiSet BETWEEN =
      ApiSet.of("java.time.Duration#between(*,*)", "java.time.temporal.ChronoUnit#between(*,*)");
  private static final ApiSet SEEDS =
      ApiSet.of(
          "java.util.Random#new", "java.util.Random#setSeed", "java.util.SplittableRandom#new");
  private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");
  private static final long MILLIS_A_SECOND = 1000;

  private WallClockForElapsed() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Binary binary : file.all(Expr.Binary.class)) {
      boolean isElapsed =
          binary.operator().equals("-")
              && areTimes(file, binary.left(), binary.right())
              && ElapsedUse.matters(file, binary);
      if (isElapsed || isWait(file, binary)) {
        report(file, binary, report);
      }
    }
    for (Expr.Call call : ApiSet.callsIn(file, BETWEEN, COMPARES)) {
      boolean isElapsed =
          BETWEEN.matches(call).isYes()
              && areTimes(file, call.arguments().get(0), call.arguments().get(1))
              && ElapsedUse.matters(file, call);
      boolean isWait =
          COMPARES.matches(call).isYes()
              && call.target() != null
              && areTimes(file, call.target(), call.arguments().get(0));
      if (isElapsed || isWait) {
        report(file, call, report);
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

  private static void report(SourceFile file, Expr measured, Reporter report) {
    Invocation clock =
        file.allIn(measured, Invocation.class).stream()
            .filter(each -> each instanceof Expr read && OwnTime.isClock(read))
            .findFirst()
            .orElse(null);
    if (clock == null) {
      report.at(measured, TimeZoneRule.WALL_CLOCK_FOR_ELAPSED, file.text(measured), JUMPS);
    } else {
      report.at(clock, TimeZoneRule.WALL_CLOCK_FOR_ELAPSED, clock.shortName(), JUMPS);
    }
  }

  /** {@code clock < deadline}. */
  private static boolean isWait(SourceFile file, Expr.Binary binary) {
    return COMPARISONS.contains(binary.operator()) && areTimes(file, binary.left(), binary.right());
  }

  /** The clock and a time that this process has read from it before. */
  private static boolean areTimes(SourceFile file, Expr one, Expr other) {
    return OwnTime.isNow(file, one) && OwnTime.isOwn(file, other) && !isMadeOf(file, other, one)
        || OwnTime.isOwn(file, one) && OwnTime.isNow(file, other) && !isMadeOf(file, one, other);
  }

  /** Whether {@code later} is {@code now} plus something: no time has passed in between. */
  private static boolean isMadeOf(SourceFile file, Expr later, Expr now) {
    Variable read = Values.declaration(file, now);
    return read != null
        && file.allIn(Values.initial(file, later), Expr.Name.class).stream()
            .anyMatch(each -> Values.declaration(file, each) == read);
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
