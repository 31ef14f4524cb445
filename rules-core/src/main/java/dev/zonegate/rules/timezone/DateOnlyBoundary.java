package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Finds days that end a moment too early, and starts of day in no zone. */
final class DateOnlyBoundary {
  private static final String TOO_EARLY = "ends the day early and loses what happens after it";
  private static final ApiSet START_OF_DAY = ApiSet.of("java.time.LocalDate#atStartOfDay()");
  private static final ApiSet TO_MOMENT =
      ApiSet.of(
          "java.time.LocalDateTime#toInstant(*)",
          "java.time.LocalDateTime#toEpochSecond(*)",
          "java.time.LocalDateTime#atOffset(*)",
          "java.sql.Timestamp#valueOf(LocalDateTime)");
  private static final ApiSet TIMES =
      ApiSet.of("java.time.LocalTime#of(int,int,..)", "java.time.LocalDate#atTime(int,int,..)");
  private static final ApiSet WITH_TIME =
      ApiSet.of(
          "java.time.LocalDate#atTime(LocalTime)",
          "java.time.LocalDateTime#of(LocalDate,LocalTime)",
          "java.time.LocalDateTime#with(TemporalAdjuster)",
          "java.time.ZonedDateTime#with(TemporalAdjuster)",
          "java.time.ZonedDateTime#of(LocalDate,LocalTime,ZoneId)");
  private static final ApiSet DISPLAYS =
      ApiSet.of(
          "java.time.LocalDateTime#format(*)",
          "java.time.LocalTime#format(*)",
          "java.time.ZonedDateTime#format(*)",
          "java.time.format.DateTimeFormatter#format(*)");
  private static final Pattern END_OF_DAY_TEXT =
      Pattern.compile("[ T]?23:59(?::59(?:[.,]9+)?)?(?:Z|[+-]00:?00)?");
  private static final List<Long> LAST_MINUTE = List.of(23L, 59L);

  private DateOnlyBoundary() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (TO_MOMENT.matches(call).isYes() && isOfStartOfDay(call)) {
        report.at(
            call,
            TimeZoneRule.DATE_ONLY_BOUNDARY,
            Surroundings.shown(file, call),
            "starts the day of an offset, not of a region");
      } else if ((isLastMinute(file, call) || isWithMax(call)) && !isShown(file, call)) {
        report.at(call, TimeZoneRule.DATE_ONLY_BOUNDARY, Surroundings.shown(file, call), TOO_EARLY);
      }
    }
    for (Expr.Literal literal : file.all(Expr.Literal.class)) {
      if (literal.isString()
          && END_OF_DAY_TEXT.matcher((String) literal.value()).matches()
          && file.enclosing(literal, Annotation.class) == null
          && !isShown(file, literal)) {
        report.at(
            literal,
            TimeZoneRule.DATE_ONLY_BOUNDARY,
            ((String) literal.value()).strip(),
            TOO_EARLY);
      }
    }
  }

  private static boolean isOfStartOfDay(Expr.Call call) {
    Expr day =
        call.arguments().size() == 1 && call.name().equals("valueOf")
            ? call.arguments().get(0)
            : call.target();
    return day instanceof Expr.Call start && START_OF_DAY.matches(start).isYes();
  }

  /** {@code LocalTime.of(23, 59, 59)} and {@code date.atTime(23, 59)}. */
  private static boolean isLastMinute(SourceFile file, Expr.Call call) {
    if (!TIMES.matches(call).isYes()) {
      return false;
    }
    for (int i = 0; i < LAST_MINUTE.size(); i++) {
      OptionalLong given = Values.number(file, call.arguments().get(i));
      if (given.isEmpty() || given.getAsLong() != LAST_MINUTE.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithMax(Expr.Call call) {
    return WITH_TIME.matches(call).isYes()
        && call.arguments().stream().anyMatch(DateOnlyBoundary::isMax);
  }

  private static boolean isMax(Expr argument) {
    return Values.leafName(argument).equals("MAX")
        && argument.type().isNamed("java.time.LocalTime");
  }

  /** Whether it is text for people, where the last second of the day reads well. */
  private static boolean isShown(SourceFile file, Node node) {
    if (Surroundings.isPrinted(file, node)) {
      return true;
    }
    return file.parent(node) instanceof Expr.Call call && DISPLAYS.matches(call).isYes();
  }
}
