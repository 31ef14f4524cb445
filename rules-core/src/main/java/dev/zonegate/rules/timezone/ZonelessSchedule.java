package dev.zonegate.rules.timezone;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Finds schedules for an hour of the day that do not say in which zone. */
final class ZonelessSchedule {
  private static final ApiSet SCHEDULES = ApiSet.load("time/schedule.api");

  private ZonelessSchedule() {}

  static void find(SourceFile file, Reporter report) {
    if (report.isOn("pinnedZone")) {
      return;
    }
    for (Annotation annotation : file.all(Annotation.class)) {
      for (Annotation.Argument each : annotation.arguments()) {
        SCHEDULES
            .find(annotation.type(), each.name())
            .filter(api -> !isGiven(file, annotation.argument(api.attributes().get("zone"))))
            .flatMap(api -> Constants.of(file).text(each.value()))
            .filter(CronTime::isFixedHour)
            .ifPresent(cron -> report.at(each.value(), TimeZoneRule.ZONELESS_SCHEDULE, cron));
      }
    }
    for (Invocation use : SCHEDULES.usesIn(file)) {
      if (!(use instanceof Expr.MethodReference)) {
        SCHEDULES
            .find(use)
            .filter(api -> isFixedHour(file, use, api) && !hasZone(file, use))
            .ifPresent(
                api -> report.at(use, TimeZoneRule.ZONELESS_SCHEDULE, shown(file, use, api)));
      }
    }
  }

  private static boolean isFixedHour(SourceFile file, Invocation use, Api api) {
    return !api.attributes().containsKey("arg")
        || Constants.of(file).text(cron(use, api)).filter(CronTime::isFixedHour).isPresent();
  }

  private static String shown(SourceFile file, Invocation use, Api api) {
    return api.attributes().containsKey("arg")
        ? Constants.of(file).text(cron(use, api)).orElse("")
        : use.shortName();
  }

  private static Expr cron(Invocation use, Api api) {
    return use.arguments().get(api.number("arg", 0));
  }

  private static boolean isGiven(SourceFile file, Expr zone) {
    return zone != null && !Constants.of(file).text(zone).orElse("?").isBlank();
  }

  /** Whether a zone is given in the chain of calls on the schedule, or later to its variable. */
  private static boolean hasZone(SourceFile file, Invocation use) {
    Node node = use;
    if (use.name().startsWith("set")) {
      return Surroundings.isNear(file, use, "setTimeZone");
    }
    while (file.parent(node) instanceof Expr.Call call && call.target() == node) {
      if (call.name().equals("inTimeZone")) {
        return true;
      }
      node = call;
    }
    return Surroundings.holder(file, node) != null
        && (Surroundings.isNear(file, node, "inTimeZone")
            || Surroundings.isNear(file, node, "setTimeZone"));
  }
}
