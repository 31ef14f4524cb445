package dev.zonegate.rules.timezone;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a cron expression with seconds, as Spring, Quartz and Quarkus have it. */
final class CronTime {
  private static final Set<String> FIXED_MACROS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight");
  private static final Pattern DEFAULTED = Pattern.compile("\\$\\{[^:{}]+:([^{}]*)}");
  private static final Pattern HOURS =
      Pattern.compile("\\d{1,2}(?:-\\d{1,2}(?:/\\d{1,2})?)?(?:,\\d{1,2}(?:-\\d{1,2})?)*");
  private static final int FIELDS_WITHOUT_SECONDS = 5;
  private static final int MOST_FIELDS = 7;

  private CronTime() {}

  /** Whether it fires at certain hours of the day, rather than every so many minutes or hours. */
  static boolean isFixedHour(String cron) {
    String text = defaulted(cron).strip();
    if (FIXED_MACROS.contains(text)) {
      return true;
    }
    String[] fields = text.split("\\s+");
    if (fields.length < FIELDS_WITHOUT_SECONDS || fields.length > MOST_FIELDS) {
      return false;
    }
    String hour = fields[fields.length == FIELDS_WITHOUT_SECONDS ? 1 : 2];
    return HOURS.matcher(hour).matches() && !isWholeDay(hour);
  }

  /** {@code ${jobs.cleanup:0 0 2 * * *}} is, unless configured, its default. */
  private static String defaulted(String cron) {
    Matcher placeholder = DEFAULTED.matcher(cron);
    return placeholder.matches() ? placeholder.group(1) : cron;
  }

  private static boolean isWholeDay(String hour) {
    return hour.startsWith("0-23");
  }
}
