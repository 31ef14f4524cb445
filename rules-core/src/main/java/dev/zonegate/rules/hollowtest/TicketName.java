package dev.zonegate.rules.hollowtest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ticket in a name: {@code testLANG799}, {@code Lang1703Test}, {@code issue42}. */
final class TicketName {
  private static final Pattern NUMBERED =
      Pattern.compile("([A-Z][a-z]++|(?<![a-zA-Z])[a-z]++|(?<![A-Z])[A-Z]++)_?+(\\d++)");
  private static final Pattern BEFORE = Pattern.compile("(?i)_*+(?:test|jira)?+_*+(?:jira)?+_*+");
  private static final Set<String> TRACKERS = Set.of("issue", "bug", "ticket", "jira", "gh", "pr");

  /** Words that a number follows which is no ticket's: norms, currencies and amounts. */
  private static final Set<String> OTHERS =
      Set.of(
          "utf", "iso", "sha", "rfc", "aes", "ieee", "rsa", "tls", "ssl", "http", "ean", "isbn",
          "upc", "crc", "eur", "usd", "gbp", "java", "jdk", "base", "year", "status", "code",
          "port", "returns", "windows", "ascii", "gmt");

  private static final int SHORTEST_KEY = 3;

  private TicketName() {}

  static boolean isIn(String name, String packageName) {
    Matcher match = NUMBERED.matcher(name);
    while (match.find()) {
      String word = match.group(1);
      String number = match.group(2);
      String lower = word.toLowerCase(Locale.ROOT);
      boolean isAlone = BEFORE.matcher(name.substring(0, match.start())).matches();
      boolean isKey =
          word.length() >= SHORTEST_KEY
              && (word.equals(word.toUpperCase(Locale.ROOT)) || isProject(packageName, lower));
      boolean isOther = OTHERS.contains(lower);
      if (TRACKERS.contains(lower)
          || !isOther && isKey && number.length() >= 2
          || !isOther && isAlone && number.length() >= SHORTEST_KEY && !number.endsWith("00")) {
        return true;
      }
    }
    return false;
  }

  /** {@code lang} of {@code org.apache.commons.lang3}: trackers name their projects so. */
  private static boolean isProject(String packageName, String word) {
    return List.of(packageName.split("\\.")).stream()
        .anyMatch(each -> each.replaceFirst("(?<!\\d)\\d++$", "").equals(word));
  }
}
