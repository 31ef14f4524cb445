package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;

/** Finds moments kept as {@code LocalDateTime}, which names none. */
final class LocalForInstant {
  private static final ApiSet COMPARES =
      ApiSet.of(
          "java.time.LocalDateTime#isBefore(*)",
          "java.time.LocalDateTime#isAfter(*)",
          "java.time.LocalDateTime#isEqual(*)");
  private static final ApiSet LABELS =
      ApiSet.of(
          "java.time.LocalDateTime#toInstant(*)",
          "java.time.LocalDateTime#toEpochSecond(*)",
          "java.time.LocalDateTime#atOffset(*)",
          "java.time.LocalDateTime#atZone(*)");
  private static final ApiSet TIMESTAMP = ApiSet.of("java.sql.Timestamp#valueOf(LocalDateTime)");

  private LocalForInstant() {}

  static void find(SourceFile file, Reporter report) {
    StoredMoments.find(file, report);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (COMPARES.matches(call).isYes()) {
        findCompared(file, call, report);
      } else if (LABELS.matches(call).isYes()) {
        findLabelled(file, call, report);
      } else if (TIMESTAMP.matches(call).isYes()
          && Values.isLocalNow(file, call.arguments().get(0))) {
        report.at(
            call,
            TimeZoneRule.LOCAL_FOR_INSTANT,
            Surroundings.shown(file, call),
            "goes through local time, which repeats an hour each autumn");
      }
    }
  }

  private static void findCompared(SourceFile file, Expr.Call call, Reporter report) {
    Expr now = call.target();
    Expr other = call.arguments().get(0);
    if (now == null) {
      return;
    }
    if (Values.isLocalNow(file, other)) {
      Expr swapped = now;
      now = other;
      other = swapped;
    }
    String name = Values.leafName(other);
    if (Values.isLocalNow(file, now) && StoredMoments.isMoment(name)) {
      report.at(
          call,
          TimeZoneRule.LOCAL_FOR_INSTANT,
          Surroundings.shown(file, call),
          "compares local times, wrong by an hour when clocks change");
    }
  }

  /**
   * {@code LocalDateTime.now().toInstant(ZoneOffset.UTC)}: read in one zone, labelled as another.
   */
  private static void findLabelled(SourceFile file, Expr.Call call, Reporter report) {
    if (Values.isLocalNow(file, call.target()) && isUtc(call.arguments().get(0))) {
      report
          .at(
              call,
              TimeZoneRule.LOCAL_FOR_INSTANT,
              Surroundings.shown(file, call),
              "calls the machine's local time UTC, wrong by its offset")
          .severity(Severity.ERROR)
          .confidence(Confidence.HIGH);
    }
  }

  private static boolean isUtc(Expr zone) {
    if (zone instanceof Expr.FieldAccess constant) {
      return constant.name().equals("UTC");
    }
    return zone instanceof Expr.Name name && name.name().equals("UTC");
  }
}
