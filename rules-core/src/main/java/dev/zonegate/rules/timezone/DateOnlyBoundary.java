package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Finds days that end a moment too early, and starts of day in no zone. */
final class DateOnlyBoundary {
  private static final ApiSet START_OF_DAY = ApiSet.of("java.time.LocalDate#atStartOfDay()");
  private static final ApiSet TO_MOMENT =
      ApiSet.of(
          "java.time.LocalDateTime#toInstant(*)",
          "java.time.LocalDateTime#toEpochSecond(*)",
          "java.time.LocalDateTime#atOffset(*)",
          "java.sql.Timestamp#valueOf(LocalDateTime)");

  private DateOnlyBoundary() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : TO_MOMENT.callsIn(file)) {
      if (TO_MOMENT.matches(call).isYes() && isOfStartOfDay(file, call)) {
        report.at(
            call,
            TimeZoneRule.DATE_ONLY_BOUNDARY,
            Surroundings.shown(file, call),
            "starts the day of an offset, not of a region");
      }
    }
    EndOfDay.find(file, report);
  }

  private static boolean isOfStartOfDay(SourceFile file, Expr.Call call) {
    Expr day =
        call.arguments().size() == 1 && call.name().equals("valueOf")
            ? call.arguments().get(0)
            : call.target();
    return day != null
        && Values.initial(file, day) instanceof Expr.Call start
        && START_OF_DAY.matches(start).isYes();
  }
}
