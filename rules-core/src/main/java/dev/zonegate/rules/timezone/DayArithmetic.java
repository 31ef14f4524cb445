package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Operands;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds days counted as 24 hours where the calendar has days of 23 and 25, and local elapsed time.
 */
final class DayArithmetic {
  private static final String NOT_A_DAY = "adds 24 hours, which is not a day when clocks change";
  private static final ApiSet SHIFTS = ApiSet.load("time/day-shift.api");
  private static final ApiSet LENGTHS = ApiSet.load("time/day-length.api");
  private static final Map<String, Long> UNITS =
      Map.of("HOURS", 24L, "MINUTES", 1_440L, "SECONDS", 86_400L, "MILLIS", 86_400_000L);
  private static final ApiSet BETWEEN =
      ApiSet.of("java.time.Duration#between(*,*)", "java.time.temporal.ChronoUnit#between(*,*)");
  private static final Set<String> CLOCK_UNITS =
      Set.of("NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS");
  private static final Pattern CALENDAR_DAY =
      Pattern.compile(
          "(?is).*(?:tomorrow|yesterday|midnight|(?:next|previous|prev|following)_?day|(?:start|end)_?of_?day).*");
  private static final Pattern ELAPSED =
      Pattern.compile(
          "(?s)elapsed.*|.*Elapsed([A-Z].*)?|(get)?[uU]ptime([A-Z].*)?|(?:.*[a-z])?(?:[wW]orked|[oO]vertime|[tT]urnaround"
              + "|[lL]eadTime|[cC]ycleTime|[tT]ook|[wW]aited)([A-Z].*)?");
  private static final Pattern PUNCHED =
      Pattern.compile(
          "(?i)(?:get)?(?:clock|check|punch|sign|log)(?:ged|ed)?_?(?:in|out)(?:time|at)?");

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
    EpochDays.find(file, report);
  }

  /**
   * {@code zoned.plusHours(24)}, where it differs from a day; on an instant only if its name says
   * that a day of the calendar is meant.
   */
  private static boolean isShiftByDays(SourceFile file, Expr.Call call) {
    Api shift = SHIFTS.find(call).orElse(null);
    if (shift == null || EpochDays.isLifetime(file, call) || isUtc(file, call.target())) {
      return false;
    }
    boolean isInstant = shift.has("of", "instant");
    if (isInstant && !isNamed(file, call)) {
      return false;
    }
    Expr amount = call.arguments().get(0);
    if (shift.attributes().containsKey("day")) {
      return isWholeDays(file, amount, shift.number("day", 1));
    }
    if (shift.has("unit", "argument")) {
      String unit = LeafName.of(call.arguments().get(1));
      return isInstant && unit.equals("DAYS")
          || UNITS.containsKey(unit) && isWholeDays(file, amount, UNITS.get(unit));
    }
    return isLengthOfDays(file, Values.initial(file, amount));
  }

  private static boolean isNamedElapsed(SourceFile file, Expr.Call call) {
    return ELAPSED.matcher(Surroundings.purpose(file, call)).matches()
        || ELAPSED.matcher(Surroundings.methodName(file, call)).matches();
  }

  /** {@code order.getCreatedAt()}, {@code clockIn}, or a local that starts as one. */
  private static boolean isMoment(SourceFile file, Expr time) {
    String name = LeafName.of(time);
    String origin = LeafName.of(Values.initial(file, time));
    return MomentName.isMoment(name)
        || MomentName.isMoment(origin)
        || PUNCHED.matcher(name).matches()
        || PUNCHED.matcher(origin).matches();
  }

  private static boolean isNamed(SourceFile file, Expr.Call call) {
    return CALENDAR_DAY.matcher(Surroundings.purpose(file, call)).matches()
        || CALENDAR_DAY.matcher(Surroundings.methodName(file, call)).matches();
  }

  private static boolean isLengthOfDays(SourceFile file, Expr amount) {
    if (!(amount instanceof Expr.Call call)) {
      return false;
    }
    Api length = LENGTHS.find(call).orElse(null);
    return length != null
        && (length.number("day", 1) == 1
            || isWholeDays(file, call.arguments().get(0), length.number("day", 1)));
  }

  /** Whether a factor of {@code amount} is a number of whole days. */
  static boolean isWholeDays(SourceFile file, Expr amount, long aDay) {
    return Operands.of(amount, "*").stream()
            .anyMatch(factor -> isMultiple(Values.number(file, factor), aDay))
        || isMultiple(Values.number(file, amount), aDay);
  }

  private static boolean isMultiple(OptionalLong number, long aDay) {
    return number.isPresent() && number.getAsLong() != 0 && number.getAsLong() % aDay == 0;
  }

  /** Whether {@code time} is made in UTC, where every day has 24 hours. */
  private static boolean isUtc(SourceFile file, Expr time) {
    return time != null
        && (mentionsUtc(file, time) || mentionsUtc(file, Values.initial(file, time)));
  }

  private static boolean mentionsUtc(SourceFile file, Expr time) {
    return file.allIn(time, Expr.class).stream()
        .anyMatch(
            each -> {
              String name = LeafName.of(each);
              return name.equals("UTC") || name.equals("systemUTC");
            });
  }

  private static boolean isLocalElapsed(SourceFile file, Expr.Call call) {
    if (!BETWEEN.matches(call).isYes() || Printed.isPrinted(file, call)) {
      return false;
    }
    Expr start = call.arguments().get(0);
    Expr end = call.arguments().get(1);
    return Values.isLocalDateTime(start)
        && Values.isLocalDateTime(end)
        && (Values.isLocalNow(file, start)
            || Values.isLocalNow(file, end)
            || isNamedElapsed(file, call)
            || isMoment(file, start) && isMoment(file, end))
        && (call.target() == null
            || !call.target().type().isNamed("java.time.temporal.ChronoUnit")
            || CLOCK_UNITS.contains(LeafName.of(call.target())));
  }
}
