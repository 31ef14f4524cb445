package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds days counted as 24 hours where the calendar has days of 23 and 25, and local elapsed time.
 */
final class DayArithmetic {
  private static final String NOT_A_DAY = "adds 24 hours, which is not a day when clocks change";
  private static final long MILLIS_A_DAY = 86_400_000L;
  private static final ApiSet SHIFTS = ApiSet.load("time/day-shift.api");
  private static final ApiSet LENGTHS = ApiSet.load("time/day-length.api");
  private static final ApiSet TO_MILLIS = ApiSet.of("java.util.concurrent.TimeUnit#toMillis(long)");
  private static final ApiSet BETWEEN =
      ApiSet.of("java.time.Duration#between(*,*)", "java.time.temporal.ChronoUnit#between(*,*)");
  private static final Set<String> CLOCK_UNITS =
      Set.of("NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS");
  private static final ApiSet EPOCH =
      ApiSet.of("java.util.Date#getTime()", "java.util.Calendar#getTimeInMillis()");
  private static final Pattern CALENDAR_DAY =
      Pattern.compile(
          "(?i).*(?:tomorrow|yesterday|midnight|(?:next|previous|prev|following)_?day|(?:add|plus|minus|subtract)_?days?|"
              + "(?:start|end)_?of_?day|days_?between|due_?date).*");
  private static final Pattern LIFETIME =
      Pattern.compile(
          "(?i).*(?:ttl|timeout|expir|interval|delay|retention|period|lifetime|max_?age|cache).*");

  private DayArithmetic() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (isShiftByDays(file, call)) {
        report.at(call, TimeZoneRule.DAY_ARITHMETIC, Surroundings.shown(file, call), NOT_A_DAY);
      } else if (isLocalElapsed(file, call)) {
        report
            .at(
                call,
                TimeZoneRule.DAY_ARITHMETIC,
                Surroundings.shown(file, call),
                "measures in local time, wrong by an hour when clocks change")
            .confidence(Confidence.MEDIUM);
      }
    }
    for (Expr.Binary binary : file.all(Expr.Binary.class)) {
      if (isEpochArithmetic(file, binary)) {
        report
            .at(
                binary,
                TimeZoneRule.DAY_ARITHMETIC,
                shown(file, binary),
                "takes every day for 24 hours, which it is not when clocks change")
            .confidence(Confidence.MEDIUM);
      }
    }
  }

  /** {@code zoned.plusHours(24)}: on a {@code ZonedDateTime} only, where it differs from a day. */
  private static boolean isShiftByDays(SourceFile file, Expr.Call call) {
    Api shift = SHIFTS.find(call).orElse(null);
    if (shift == null || isLifetime(file, call)) {
      return false;
    }
    Expr amount = call.arguments().get(0);
    if (shift.attributes().containsKey("day")) {
      return isWholeDays(Values.number(file, amount), shift.number("day", 1));
    }
    if (shift.has("unit", "argument")) {
      String unit = Values.leafName(call.arguments().get(1));
      return unit.equals("HOURS") && isWholeDays(Values.number(file, amount), 24)
          || unit.equals("SECONDS") && isWholeDays(Values.number(file, amount), 86_400);
    }
    return isLengthOfDays(file, Values.initial(file, amount));
  }

  private static boolean isLengthOfDays(SourceFile file, Expr amount) {
    if (!(amount instanceof Expr.Call call)) {
      return false;
    }
    Api length = LENGTHS.find(call).orElse(null);
    return length != null
        && (length.number("day", 1) == 1
            || isWholeDays(Values.number(file, call.arguments().get(0)), length.number("day", 1)));
  }

  private static boolean isWholeDays(OptionalLong amount, long aDay) {
    return amount.isPresent() && amount.getAsLong() != 0 && amount.getAsLong() % aDay == 0;
  }

  private static boolean isLifetime(SourceFile file, Node node) {
    return LIFETIME.matcher(Surroundings.purpose(file, node)).matches()
        || LIFETIME.matcher(Surroundings.methodName(file, node)).matches();
  }

  private static boolean isLocalElapsed(SourceFile file, Expr.Call call) {
    if (!BETWEEN.matches(call).isYes() || Surroundings.isPrinted(file, call)) {
      return false;
    }
    Expr start = call.arguments().get(0);
    Expr end = call.arguments().get(1);
    return Values.isLocalDateTime(start)
        && Values.isLocalDateTime(end)
        && (Values.isLocalNow(file, start) || Values.isLocalNow(file, end))
        && (call.target() == null
            || !call.target().type().isNamed("java.time.temporal.ChronoUnit")
            || CLOCK_UNITS.contains(Values.leafName(call.target())));
  }

  /** {@code date.getTime() + 86_400_000} for tomorrow, {@code (b - a) / 86_400_000} for days. */
  private static boolean isEpochArithmetic(SourceFile file, Expr.Binary binary) {
    boolean isShift = binary.operator().equals("+") || binary.operator().equals("-");
    boolean isCount = binary.operator().equals("/");
    if (!isShift && !isCount || !isDayOfMillis(file, binary.right())) {
      return false;
    }
    boolean isOnDates = isShift ? isEpoch(binary.left()) : isDifferenceOfDates(file, binary.left());
    String purpose = Surroundings.purpose(file, binary);
    String method = Surroundings.methodName(file, binary);
    return isOnDates
        && !isLifetime(file, binary)
        && (CALENDAR_DAY.matcher(purpose).matches() || CALENDAR_DAY.matcher(method).matches());
  }

  private static boolean isDayOfMillis(SourceFile file, Expr expression) {
    if (isWholeDays(Values.number(file, expression), MILLIS_A_DAY)) {
      return true;
    }
    if (expression instanceof Expr.Binary product && product.operator().equals("*")) {
      return isDayOfMillis(file, product.left()) || isDayOfMillis(file, product.right());
    }
    return expression instanceof Expr.Call call
        && TO_MILLIS.matches(call).isYes()
        && Values.leafName(call.target()).equals("DAYS");
  }

  private static boolean isEpoch(Expr expression) {
    return expression instanceof Invocation use && EPOCH.matches(use).isYes();
  }

  private static boolean isDifferenceOfDates(SourceFile file, Expr expression) {
    return Values.initial(file, expression) instanceof Expr.Binary difference
        && difference.operator().equals("-")
        && isEpoch(difference.left())
        && isEpoch(difference.right());
  }

  private static String shown(SourceFile file, Expr expression) {
    String text = file.text(expression).replaceAll("\\s+", " ");
    return text.length() > 40 ? text.substring(0, 37) + "..." : text;
  }
}
