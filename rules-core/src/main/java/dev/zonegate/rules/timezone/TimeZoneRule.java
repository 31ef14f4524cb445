package dev.zonegate.rules.timezone;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;

/** Flags time that depends on the machine's zone, and date code that is right on most days only. */
public final class TimeZoneRule implements Rule {
  static final RulePattern IMPLICIT_NOW =
      RulePattern.warning(
          "implicitNow",
          "`%s` reads the machine's default time zone",
          "pass a `Clock` or a `ZoneId`");
  static final RulePattern SYSTEM_DEFAULT =
      RulePattern.warning("systemDefault", "`%s` %s", "pass the `ZoneId` that is meant");
  static final RulePattern LOCAL_FOR_INSTANT =
      RulePattern.warning("localForInstant", "`%s` %s", "use `Instant`").with(Confidence.MEDIUM);
  static final RulePattern LEGACY_DATE_API =
      RulePattern.note(
              "legacyDateApi",
              "`%s` is mutable and hides its time zone",
              "use `java.time` and convert at the boundary")
          .preview();
  static final RulePattern BAD_PATTERN =
      RulePattern.error("badPattern", "`%s` in `%s` is %s", "write the letter that is meant");
  static final RulePattern DAY_ARITHMETIC =
      RulePattern.warning("dayArithmetic", "`%s` %s", "use `plusDays` or `Instant`");
  static final RulePattern ZONELESS_SCHEDULE =
      RulePattern.warning(
          "zonelessSchedule",
          "`%s` runs at that hour of whichever zone the machine has",
          "state the schedule's zone");
  static final RulePattern INVALID_ZONE =
      RulePattern.error("invalidZone", "`%s` %s", "write the region, such as `Europe/Paris`");
  static final RulePattern DATE_ONLY_BOUNDARY =
      RulePattern.warning("dateOnlyBoundary", "`%s` %s", "bound it by `atStartOfDay(zone)`")
          .with(Confidence.MEDIUM);
  static final RulePattern WALL_CLOCK_FOR_ELAPSED =
      RulePattern.warning(
              "wallClockForElapsed", "`%s` %s", "use `System.nanoTime()`, or keep a `long`")
          .with(Confidence.MEDIUM);

  public static final RuleInfo INFO =
      RuleInfo.named("AI11", "TimeZone")
          .summary("State the time zone instead of taking the machine's")
          .cwe(682, 187, 1339)
          .patterns(
              IMPLICIT_NOW,
              SYSTEM_DEFAULT,
              LOCAL_FOR_INSTANT,
              LEGACY_DATE_API,
              BAD_PATTERN,
              DAY_ARITHMETIC,
              ZONELESS_SCHEDULE,
              INVALID_ZONE,
              DATE_ONLY_BOUNDARY,
              WALL_CLOCK_FOR_ELAPSED);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    BadPattern.find(file, report);
    if (file.role() != Role.MAIN) {
      return;
    }
    ImplicitNow.find(file, report);
    SystemDefault.find(file, report);
    LocalForInstant.find(file, report);
    LegacyDateApi.find(file, report);
    DayArithmetic.find(file, report);
    ZonelessSchedule.find(file, report);
    InvalidZone.find(file, report);
    DateOnlyBoundary.find(file, report);
    WallClockForElapsed.find(file, report);
  }
}
