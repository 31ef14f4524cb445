package dev.zonegate.rules.localeandmoney;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a format of {@code String.format} and its like does that depends on the locale. */
final class FormatText {
  private static final Pattern CONVERSION =
      Pattern.compile("%(?:\\d++\\$|<)?([-#+ 0,(]*+)(\\d++)?(\\.\\d++)?([tT]?)([a-zA-Z%])");
  private static final Pattern DATE_TEXT = Pattern.compile("(?:'[^']*'|[^'])*");
  private static final Pattern NAME_LETTERS = Pattern.compile("[MLEecq]{3,}|[aB]");
  private static final Pattern ZONED = Pattern.compile("[zZXxOV]");

  private FormatText() {}

  /** Whether a number or date that it writes looks different in some locales. */
  static boolean isSensitive(String format) {
    return CONVERSION
        .matcher(format)
        .results()
        .anyMatch(
            each ->
                each.group(1).contains(",")
                    || !each.group(4).isEmpty()
                    || "feEgG".contains(each.group(5)));
  }

  /** Whether it writes a time. */
  static boolean hasTime(String format) {
    return CONVERSION.matcher(format).results().anyMatch(each -> !each.group(4).isEmpty());
  }

  /** Which of the arguments are written as numbers with a fraction or groups. */
  static List<Integer> numbers(String format) {
    List<Integer> places = new ArrayList<>();
    Matcher matcher = CONVERSION.matcher(format);
    int place = 0;
    while (matcher.find()) {
      String kind = matcher.group(5);
      if (kind.equals("%") || kind.equals("n")) {
        continue;
      }
      if (matcher.group(1).contains(",") || "fgG".contains(kind)) {
        places.add(place);
      }
      place++;
    }
    return places;
  }

  /** The text between its conversions. */
  static String fixed(String format) {
    return CONVERSION.matcher(format).replaceAll("0");
  }

  /** Whether its conversions stand close together, as in a line of a file: {@code %f,%f}. */
  static boolean isRow(String format) {
    String plain = CONVERSION.matcher(format).replaceAll("\u0001").strip();
    return plain.matches("(?s)(?=\\S*+\\t?\\S*+\\z).*\u0001[,;|:\\t]\u0001.*");
  }

  /** Whether a date pattern writes names of months or days. */
  static boolean hasNames(String datePattern) {
    return NAME_LETTERS.matcher(letters(datePattern)).find();
  }

  /** Whether a date pattern writes the time with its zone and names, as protocols do. */
  static boolean isZoned(String datePattern) {
    return ZONED.matcher(letters(datePattern)).find();
  }

  static String letters(String datePattern) {
    return DATE_TEXT.matcher(datePattern).matches()
        ? datePattern.replaceAll("'[^']*'", "")
        : datePattern;
  }
}
