package dev.zonegate.facts;

import dev.zonegate.match.OwnerNames;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of SQL or JPQL about one table or entity.
 *
 * @param subject the table or entity as written
 * @param isChange whether it changes or removes rows
 * @param key the named parameter that alone says which row, {@code ?} if it has no name; empty if
 *     more than a key decides
 */
record QueryText(String subject, boolean isChange, String key) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
  private static final Pattern ABOUT =
      Pattern.compile(
          "\\s*(select|delete|update|insert)\\b.*?(?:\\bfrom|\\binto|(?<=update))\\s+([\\w.]+)\\b.*",
          FLAGS);
  private static final Pattern KEYED =
      Pattern.compile(
          ".*\\bwhere\\s+(?:\\w+\\.)?(\\w+)\\s*=\\s*(?:\\?\\d*|:(\\w+))\\s*+(?:(?:for\\s+update|limit\\s+1)\\s*+)?(?:;\\s*+)?",
          FLAGS);
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?s).*\\b(?:join|union)\\b.*|(?:(?!\\bwhere\\b).)*+where\\b.*\\bselect\\b.*", FLAGS);
  private static final Pattern ASKING =
      Pattern.compile("\\s*select\\s+(count\\s*\\(|1\\b|exists|true\\b).*", FLAGS);
  private static final Pattern ID = Pattern.compile("(?i)\\w*(id|uuid|key|number|code)");

  /** Reads a query; nothing if it is about several tables. */
  static Optional<QueryText> of(String text) {
    Matcher about = ABOUT.matcher(text);
    if (!about.matches() || SEVERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean isInsert = about.group(1).toLowerCase(Locale.ROOT).equals("insert");
    boolean isSelect = about.group(1).toLowerCase(Locale.ROOT).equals("select");
    String key = isInsert || ASKING.matcher(text).matches() ? "" : key(text);
    return Optional.of(new QueryText(about.group(2), !isSelect, key));
  }

  private static String key(String text) {
    Matcher keyed = KEYED.matcher(text);
    boolean isKey =
        keyed.matches()
            && ID.matcher(keyed.group(1)).matches()
            && !OwnerNames.isOwner(keyed.group(1));
    return !isKey ? "" : keyed.group(2) == null ? "?" : keyed.group(2);
  }

  /** Whether all that decides about a row is its key. */
  boolean isKeyed() {
    return !key.isEmpty();
  }
}
