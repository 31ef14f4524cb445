package dev.zonegate.rules.timezone;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.LeafName;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.regex.Pattern;

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
  private static final ApiSet FIXED_ZONES =
      ApiSet.of("java.time.ZoneId#of", "java.time.ZoneOffset#of", "java.time.ZoneOffset#ofHours");
  private static final Pattern ID =
      Pattern.compile("id|nonce|seed|.*(?:Id|ID|Nonce|Seed|Suffix|Reference)");
  private static final ApiSet TIMESTAMP = ApiSet.of("java.sql.Timestamp#valueOf(LocalDateTime)");

  private LocalForInstant() {}

  static void find(SourceFile file, Reporter report) {
    StoredMoments.find(file, report);
    for (Expr.Call call : ApiSet.callsIn(file, COMPARES, LABELS, TIMESTAMP)) {
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
    if (Values.isLocalNow(file, unshifted(other))) {
      Expr swapped = now;
      now = other;
      other = swapped;
    }
    if (Values.isLocalNow(file, unshifted(now))
        && MomentName.isMoment(LeafName.of(unshifted(other)))) {
      report.at(
          call,
          TimeZoneRule.LOCAL_FOR_INSTANT,
          Surroundings.shown(file, call),
          "compares local times, wrong by an hour when clocks change");
    }
  }

  /** {@code createdAt} of {@code createdAt.plusDays(1)}. */
  private static Expr unshifted(Expr time) {
    Expr value = time;
    while (value instanceof Expr.Call call
        && call.target() != null
        && (call.name().startsWith("plus") || call.name().startsWith("minus"))) {
      value = call.target();
    }
    return value;
  }

  /**
   * {@code LocalDateTime.now().toInstant(ZoneOffset.UTC)}: read in one zone, labelled as another.
   */
  private static void findLabelled(SourceFile file, Expr.Call call, Reporter report) {
    Expr zone = call.arguments().get(0);
    if (!Values.isLocalNow(file, call.target()) || namesId(file, call)) {
      return;
    }
    if (isUtc(zone) || isFixed(Values.initial(file, zone))) {
      report
          .at(
              call,
              TimeZoneRule.LOCAL_FOR_INSTANT,
              Surroundings.shown(file, call),
              isUtc(zone)
                  ? "calls the machine's local time UTC, wrong by its offset"
                  : "takes the machine's local time for that of another zone")
          .severity(Severity.ERROR)
          .confidence(Confidence.HIGH);
    }
  }

  /** Whether the number only makes something unique. */
  private static boolean namesId(SourceFile file, Expr.Call call) {
    return ID.matcher(Surroundings.purpose(file, call)).matches()
        || ID.matcher(Surroundings.methodName(file, call)).matches();
  }

  private static boolean isFixed(Expr zone) {
    return zone instanceof Expr.Call call && FIXED_ZONES.matches(call).isYes();
  }

  private static boolean isUtc(Expr zone) {
    return LeafName.of(zone).equals("UTC");
  }
}
