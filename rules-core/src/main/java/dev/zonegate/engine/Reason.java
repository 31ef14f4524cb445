package dev.zonegate.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something is allowed: {@code the batch runs in UTC (until 2027-01-31)}.
 *
 * @param text empty if there is none
 * @param until the last day, or null if it does not end
 * @param noDate what stands where a day should, or null
 */
record Reason(String text, LocalDate until, String noDate) {
  static final Reason NONE = new Reason("", null, null);
  private static final Pattern UNTIL =
      Pattern.compile("\\(\\s*+until\\s++([^()]*+)\\)|\\buntil\\s++(\\d{4}-\\d\\d-\\d\\d)\\s*+$");

  static Reason parse(String written) {
    Matcher until = UNTIL.matcher(written);
    if (!until.find()) {
      return new Reason(written.strip(), null, null);
    }
    String day = (until.group(1) == null ? until.group(2) : until.group(1)).strip();
    String text = until.replaceAll("").strip();
    try {
      return new Reason(text, LocalDate.parse(day), null);
    } catch (DateTimeParseException e) {
      return new Reason(text, null, day);
    }
  }

  /** What is wrong with it, in words; empty if nothing. */
  String fault() {
    return noDate == null ? "" : "`" + noDate + "` is not a date";
  }
}
