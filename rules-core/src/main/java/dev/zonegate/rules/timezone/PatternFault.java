package dev.zonegate.rules.timezone;

import dev.zonegate.rules.timezone.DatePattern.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * A letter that means something else than its neighbours say.
 *
 * @param field where
 * @param meaning what it means and what was meant
 * @param repaired the letter to write instead; {@code 0} if that is for the author to say
 */
record PatternFault(Field field, String meaning, char repaired) {
  private static final String YEAR = "yu";
  private static final String HOUR = "HhKk";
  private static final char UNDECIDED = 0;

  /** Whose letters a pattern is written in. */
  enum Dialect {
    JAVA_TIME,
    SIMPLE_DATE_FORMAT,
    OTHER
  }

  boolean isRepairable() {
    return repaired != UNDECIDED;
  }

  /** What is wrong with a pattern; {@code isPart} if other parts come before or after it. */
  static List<PatternFault> of(DatePattern pattern, Dialect dialect, boolean isPart) {
    List<PatternFault> faults = new ArrayList<>();
    weekYear(pattern, faults);
    dayOfYear(pattern, faults);
    minuteForMonth(pattern, faults);
    monthForMinute(pattern, faults);
    fractionForSecond(pattern, faults);
    if (!isPart) {
      halfDay(pattern, faults);
    }
    if (dialect == Dialect.SIMPLE_DATE_FORMAT) {
      dayNumberForYear(pattern, faults);
      longFraction(pattern, faults);
    }
    return faults;
  }

  private static void weekYear(DatePattern pattern, List<PatternFault> faults) {
    Field weekYear = pattern.first("Y");
    if (weekYear != null && !pattern.has("wW")) {
      faults.add(
          new PatternFault(weekYear, "the week-based year, next year's in late December", 'y'));
    }
    Field year = pattern.first(YEAR);
    if (year != null && pattern.has("w") && !pattern.has("MLdDY")) {
      faults.add(
          new PatternFault(year, "the calendar year beside a week, which may be next year's", 'Y'));
    }
  }

  private static void dayOfYear(DatePattern pattern, List<PatternFault> faults) {
    Field day = pattern.first("D");
    if (day != null && pattern.has("ML")) {
      char repaired = pattern.has("d") ? UNDECIDED : 'd';
      faults.add(new PatternFault(day, "the day of the year beside a month", repaired));
    }
  }

  private static void minuteForMonth(DatePattern pattern, List<PatternFault> faults) {
    Field minute = pattern.firstAt(i -> isBetweenDates(pattern, i));
    boolean hasMonth = pattern.has("ML") && monthBesideHour(pattern) == null;
    if (minute != null && !hasMonth) {
      faults.add(new PatternFault(minute, "the minute in the place of the month", 'M'));
    }
  }

  /** A minute with a year or day on one side, and on the other a day, a year or nothing. */
  private static boolean isBetweenDates(DatePattern pattern, int i) {
    if (!pattern.isAt(i, "m")) {
      return false;
    }
    boolean dateBefore = pattern.isAt(i - 1, YEAR + "Yd");
    boolean dateAfter = pattern.isAt(i + 1, YEAR + "Yd");
    boolean isFirst = i == 0;
    boolean isLast = i == pattern.fields().size() - 1;
    return dateBefore && dateAfter
        || isFirst && dateAfter && pattern.has(YEAR)
        || dateBefore && isLast && pattern.isAt(i - 1, YEAR);
  }

  private static void monthForMinute(DatePattern pattern, List<PatternFault> faults) {
    Field month = monthBesideHour(pattern);
    if (month != null) {
      faults.add(new PatternFault(month, "the month in the place of the minute", 'm'));
    }
  }

  private static Field monthBesideHour(DatePattern pattern) {
    return pattern.firstAt(
        i ->
            pattern.isAt(i, "M")
                && pattern.isAt(i - 1, HOUR)
                && (pattern.isAt(i + 1, "s") || pattern.fields().get(i).separator().equals(":")));
  }

  private static void fractionForSecond(DatePattern pattern, List<PatternFault> faults) {
    Field fraction =
        pattern.firstAt(
            i ->
                pattern.isAt(i, "S")
                    && pattern.isAt(i - 1, "m")
                    && pattern.fields().get(i).length() <= 2);
    if (fraction != null && !pattern.has("s")) {
      faults.add(new PatternFault(fraction, "a fraction in the place of the second", 's'));
    }
  }

  private static void halfDay(DatePattern pattern, List<PatternFault> faults) {
    Field hour = pattern.first("hK");
    if (hour != null && !pattern.has("aB") && !pattern.has("Hk")) {
      faults.add(
          new PatternFault(hour, "the 12-hour clock without `a`: 15:00 reads 03:00", UNDECIDED));
    }
  }

  private static void dayNumberForYear(DatePattern pattern, List<PatternFault> faults) {
    Field day = pattern.first("u");
    if (day != null && pattern.has("MLd") && !pattern.has("yY")) {
      faults.add(new PatternFault(day, "the number of the weekday in `SimpleDateFormat`", 'y'));
    }
  }

  private static void longFraction(DatePattern pattern, List<PatternFault> faults) {
    Field millis = pattern.first("S");
    if (millis != null && millis.length() > 3) {
      faults.add(
          new PatternFault(
              millis, "milliseconds with zeros in front in `SimpleDateFormat`", UNDECIDED));
    }
  }
}
