package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LeafName;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ends of days written as their last second or nanosecond. */
final class EndOfDay {
  private static final String TOO_EARLY = "ends the day early and loses what happens after it";
  private static final ApiSet TIMES = ApiSet.load("time/time-of-day.api");
  private static final ApiSet WITH_TIME =
      ApiSet.of(
          "java.time.LocalDate#atTime(*)",
          "java.time.LocalDateTime#of(LocalDate,LocalTime)",
          "java.time.LocalDateTime#with(TemporalAdjuster)",
          "java.time.ZonedDateTime#with(TemporalAdjuster)",
          "java.time.OffsetDateTime#with(TemporalAdjuster)",
          "java.time.ZonedDateTime#of(LocalDate,LocalTime,ZoneId)",
          "java.time.OffsetDateTime#of(LocalDate,LocalTime,ZoneOffset)");
  private static final ApiSet AT_DATE = ApiSet.of("java.time.LocalTime#atDate(LocalDate)");
  private static final ApiSet WITH_MINUTE = withFields("withMinute");
  private static final ApiSet WITH_HOUR = withFields("withHour");
  private static final ApiSet A_BIT_LESS =
      ApiSet.of(
          "java.time.LocalDateTime#minusNanos(long)",
          "java.time.LocalDateTime#minusSeconds(long)",
          "java.time.LocalDateTime#minus(long,TemporalUnit)",
          "java.time.ZonedDateTime#minusNanos(long)",
          "java.time.ZonedDateTime#minusSeconds(long)",
          "java.time.ZonedDateTime#minus(long,TemporalUnit)");
  private static final ApiSet START_OF_DAY = ApiSet.of("java.time.LocalDate#atStartOfDay");
  private static final ApiSet SET_FIELD = ApiSet.of("java.util.Calendar#set(int,int)");
  private static final ApiSet DISPLAYS =
      ApiSet.of(
          "java.time.LocalDateTime#format(*)",
          "java.time.LocalTime#format(*)",
          "java.time.ZonedDateTime#format(*)",
          "java.time.format.DateTimeFormatter#format(*)");
  private static final Pattern LAST_TIME = Pattern.compile("23:59(?::59(?:[.,]9+)?)?");
  private static final Pattern LAST_TIME_TEXT =
      Pattern.compile("[ T]?" + LAST_TIME + "(?:Z|[+-]00:?00)?['\"]?[\\s;)]*");
  private static final Pattern LAST_TIME_IN_SQL = Pattern.compile("'[ T]" + LAST_TIME + "'");
  private static final long LAST_HOUR = 23;
  private static final long LAST_MINUTE = 59;
  private static final long LAST_MILLI = 999;

  private EndOfDay() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (isEndOfDay(file, call) && !isShown(file, call)) {
        report.at(call, TimeZoneRule.DATE_ONLY_BOUNDARY, Surroundings.shown(file, call), TOO_EARLY);
      }
    }
    for (Expr.Literal literal : file.all(Expr.Literal.class)) {
      if (literal.isString() && isLastTime(file, literal) && !isShown(file, literal)) {
        Matcher time = LAST_TIME.matcher((String) literal.value());
        report.at(
            literal,
            TimeZoneRule.DATE_ONLY_BOUNDARY,
            time.find() ? time.group() : literal.value(),
            TOO_EARLY);
      }
    }
  }

  private static boolean isEndOfDay(SourceFile file, Expr.Call call) {
    return isLastMinute(file, call)
        || isWithMax(file, call)
        || isWithFields(file, call)
        || isShortOfMidnight(file, call)
        || isCalendarField(file, call);
  }

  /** {@code LocalTime.of(23, 59, 59)} and {@code date.atTime(23, 59)}, but no fixed date. */
  private static boolean isLastMinute(SourceFile file, Expr.Call call) {
    Api api = TIMES.find(call).orElse(null);
    if (api == null) {
      return false;
    }
    int hour = api.number("hour", 0);
    return is(LAST_HOUR, file, call.arguments().get(hour))
        && is(LAST_MINUTE, file, call.arguments().get(hour + 1))
        && (hour == 0 || Values.number(file, call.arguments().get(0)).isEmpty());
  }

  private static boolean isWithMax(SourceFile file, Expr.Call call) {
    return WITH_TIME.matches(call).isYes()
            && call.arguments().stream().anyMatch(each -> isMax(file, each))
        || AT_DATE.matches(call).isYes() && isMax(file, call.target());
  }

  private static boolean isMax(SourceFile file, Expr time) {
    Expr value = time == null ? null : Values.initial(file, time);
    return value != null
        && LeafName.of(value).equals("MAX")
        && (value.type().isNamed("java.time.LocalTime")
            || value.type().isNamed("java.time.OffsetTime"));
  }

  /** {@code time.withHour(23).withMinute(59)}. */
  private static boolean isWithFields(SourceFile file, Expr.Call call) {
    return WITH_MINUTE.matches(call).isYes()
        && is(LAST_MINUTE, file, call.arguments().get(0))
        && call.target() instanceof Expr.Call withHour
        && WITH_HOUR.matches(withHour).isYes()
        && is(LAST_HOUR, file, withHour.arguments().get(0));
  }

  /** {@code date.plusDays(1).atStartOfDay().minusNanos(1)}. */
  private static boolean isShortOfMidnight(SourceFile file, Expr.Call call) {
    if (!A_BIT_LESS.matches(call).isYes() || !is(1, file, call.arguments().get(0))) {
      return false;
    }
    Expr start = call.target() == null ? null : Values.initial(file, call.target());
    while (start instanceof Expr.Call shifted && shifted.name().startsWith("plus")) {
      start = shifted.target();
    }
    return start instanceof Expr.Call begun && START_OF_DAY.matches(begun).isYes();
  }

  /**
   * {@code calendar.set(HOUR_OF_DAY, 23)} where the minute is 59 too, but not the millisecond 999.
   */
  private static boolean isCalendarField(SourceFile file, Expr.Call call) {
    if (!isField(file, call, "HOUR_OF_DAY", LAST_HOUR) || call.target() == null) {
      return false;
    }
    Variable calendar = Bindings.of(file).declaration(call.target()).orElse(null);
    Node around = file.enclosing(call, Decl.class);
    return calendar != null
        && file.allIn(around, Expr.Call.class).stream()
            .filter(each -> isField(file, each, "MINUTE", LAST_MINUTE))
            .anyMatch(each -> Values.declaration(file, each.target()) == calendar)
        && file.allIn(around, Expr.Call.class).stream()
            .noneMatch(each -> isField(file, each, "MILLISECOND", LAST_MILLI));
  }

  private static boolean isField(SourceFile file, Expr.Call call, String field, long value) {
    return SET_FIELD.matches(call).isYes()
        && LeafName.of(call.arguments().get(0)).equals(field)
        && is(value, file, call.arguments().get(1));
  }

  private static boolean isLastTime(SourceFile file, Expr.Literal literal) {
    String text = (String) literal.value();
    return LAST_TIME_IN_SQL.matcher(text).find()
        || LAST_TIME_TEXT.matcher(text).matches()
            && file.enclosing(literal, Annotation.class) == null;
  }

  /** Whether it is text for people, where the last second of the day reads well. */
  private static boolean isShown(SourceFile file, Node node) {
    return Printed.isPrinted(file, node)
        || file.parent(node) instanceof Expr.Call call && DISPLAYS.matches(call).isYes();
  }

  private static boolean is(long wanted, SourceFile file, Expr given) {
    OptionalLong value = Values.number(file, given);
    return value.isPresent() && value.getAsLong() == wanted;
  }

  private static ApiSet withFields(String method) {
    return ApiSet.of(
        "java.time.LocalDateTime#" + method + "(int)",
        "java.time.LocalTime#" + method + "(int)",
        "java.time.OffsetDateTime#" + method + "(int)",
        "java.time.ZonedDateTime#" + method + "(int)");
  }
}
