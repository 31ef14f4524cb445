package dev.zonegate.rules.scaletrap;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells texts of queries that give all rows of a table. */
final class TableText {
  private static final Pattern SELECT =
      Pattern.compile("(?is)\\s*(?:select\\s++(.*?)(?<!\\s)\\s++)?from\\s+([\\w.\"`]+)(.*)");
  private static final Pattern LIMITED =
      Pattern.compile(
          "(?is).*\\b(where|limit|fetch\\s+(first|next)|top|rownum|group\\s+by|offset|join)\\b.*");

  private TableText() {}

  /** Whether {@code text} selects from a table without a condition, a limit or a total. */
  static boolean isWholeTable(String text) {
    Matcher select = SELECT.matcher(text);
    if (!select.matches() || LIMITED.matcher(text).matches()) {
      return false;
    }
    String columns = select.group(1) == null ? "" : select.group(1).toLowerCase(Locale.ROOT);
    boolean isAggregate =
        columns.matches("(?s).*\\b(count|sum|max|min|avg|exists|distinct|nextval)\\b.*");
    return !isAggregate && !UnboundedRead.isSmall(select.group(2));
  }
}
