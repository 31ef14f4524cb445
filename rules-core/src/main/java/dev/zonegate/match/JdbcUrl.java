package dev.zonegate.match;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The URL of a database of which the driver waits for answers without a limit by default.
 *
 * @param text as far as it is known
 * @param limits the properties that set a limit
 */
public record JdbcUrl(String text, List<String> limits) {
  private static final Map<String, List<String>> DRIVERS = read();

  /** The URL that {@code text} is, if it is one of such a driver. */
  public static Optional<JdbcUrl> of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return DRIVERS.entrySet().stream()
        .filter(each -> lower.startsWith(each.getKey() + ":"))
        .map(each -> new JdbcUrl(text, each.getValue()))
        .findFirst();
  }

  /** Whether it names one of them. */
  public boolean isLimited() {
    String lower = text.toLowerCase(Locale.ROOT);
    return limits.stream().anyMatch(each -> lower.contains(each.toLowerCase(Locale.ROOT) + "="));
  }

  /** Whether it leads to the machine itself, as defaults for development do. */
  public boolean isLocal() {
    return text.matches("(?is)[^/]*(//|@)(localhost|127\\..*|host\\.docker\\.internal).*");
  }

  /** {@code jdbc:postgresql}. */
  public String driver() {
    int end = text.indexOf(':', "jdbc:".length());
    return end < 0 ? text : text.substring(0, end);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> drivers = new LinkedHashMap<>();
    for (ApiSet.Line line : ApiSet.lines("timeouts/drivers.table")) {
      List<String> words = Arrays.asList(line.text().split("\\s+"));
      drivers.put(words.get(0), words.subList(1, words.size()));
    }
    return drivers;
  }
}
