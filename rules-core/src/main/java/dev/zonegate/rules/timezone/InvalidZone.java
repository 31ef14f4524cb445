package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import java.util.Optional;

/** Finds zone ids that name no zone, or several, and offsets that stand in for a region. */
final class InvalidZone {
  private static final ApiSet READERS = ApiSet.load("time/zone-id.api");
  private static final ApiSet OFFSETS =
      ApiSet.of(
          "java.time.ZoneOffset#of(String)",
          "java.time.ZoneOffset#ofHours(int)",
          "java.time.ZoneOffset#ofHoursMinutes(int,int)");

  private InvalidZone() {}

  static void find(SourceFile file, Reporter report) {
    for (Invocation use : ApiSet.usesIn(file, READERS, OFFSETS)) {
      if (use.arguments().isEmpty()) {
        continue;
      }
      READERS.find(use).ifPresent(api -> check(file, use.arguments().get(0), api, report));
      if (OFFSETS.matches(use).isYes()) {
        checkOffset(file, use, report);
      }
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      for (Annotation.Argument each : annotation.arguments()) {
        READERS
            .find(annotation.type(), each.name())
            .ifPresent(api -> check(file, each.value(), api, report));
      }
    }
  }

  private static void check(SourceFile file, Expr argument, Api api, Reporter report) {
    String id = Constants.of(file).text(argument).orElse("");
    if (id.isEmpty() || id.contains("${") || id.startsWith("#") || id.contains("{")) {
      return;
    }
    boolean isLenient = api.has("unknown", "GMT");
    if (ZoneIds.isAbbreviation(id)) {
      if (!api.has("unknown", "aliased")) {
        reportAbbreviation(argument, id, isLenient || ZoneIds.isRegion(id), report);
      }
    } else if (isLenient ? !ZoneIds.isTimeZone(id) : !ZoneIds.isZoneId(id)) {
      String effect =
          isLenient ? "is no zone id and silently means GMT" : "is no zone id and throws when read";
      Report made = report.at(argument, TimeZoneRule.INVALID_ZONE, id, effect);
      ZoneIds.respelled(id)
          .filter(right -> file.text(argument).equals('"' + id + '"'))
          .ifPresent(right -> made.fix(respell(argument, right)));
    }
  }

  private static void reportAbbreviation(
      Expr argument, String id, boolean isRead, Reporter report) {
    String effect =
        isRead
            ? "is an abbreviation that several zones share, or that knows no daylight saving"
            : "is an abbreviation, not a zone id, and throws when read";
    Report made = report.at(argument, TimeZoneRule.INVALID_ZONE, id, effect);
    if (isRead) {
      made.severity(Severity.WARNING);
    }
  }

  /** {@code BERLIN = ZoneOffset.of("+01:00")} is right in winter. */
  private static void checkOffset(SourceFile file, Invocation use, Reporter report) {
    Optional<String> region = ZoneIds.regionNamedIn(Surroundings.purpose(file, use));
    region
        .filter(ZoneIds::hasDaylightSaving)
        .ifPresent(
            it ->
                report
                    .at(
                        use,
                        TimeZoneRule.INVALID_ZONE,
                        use.shortName(),
                        "is the offset of `" + it + "` for a part of the year only")
                    .severity(Severity.WARNING));
  }

  private static Fix respell(Expr argument, String right) {
    return Fix.of("Write `" + right + "`", TextEdit.replace(argument.span(), '"' + right + '"'));
  }
}
