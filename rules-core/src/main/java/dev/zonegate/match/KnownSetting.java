package dev.zonegate.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A setting of a framework and what some values of it do. Library knowledge is data: a line of a
 * table gives the key, the values and the words, and with what other setting it counts, with {@code
 * |} between.
 *
 * @param key as relaxed binding compares it
 * @param values in lower case
 * @param says what it does with one of these values
 * @param needs {@code key=value} of a setting without which it is harmless; empty if none
 */
public record KnownSetting(String key, List<String> values, String says, String needs) {
  private static final int MUST_HAVE = 3;

  /** Reads a table below {@code zonegate/apis}. */
  public static List<KnownSetting> load(String table) {
    return ApiSet.lines(table).stream().map(line -> parse(line.text())).toList();
  }

  private static KnownSetting parse(String line) {
    String[] parts = Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new);
    if (parts.length < MUST_HAVE) {
      throw new IllegalArgumentException("want key | values | says, got: " + line);
    }
    return new KnownSetting(
        parts[0], Arrays.asList(parts[1].split(",")), parts[2], parts.length > 3 ? parts[3] : "");
  }

  /** Whether this is what the setting {@code relaxedKey} with {@code value} is. */
  public boolean matches(String relaxedKey, String value) {
    return key.equals(relaxedKey) && values.contains(value.strip().toLowerCase(Locale.ROOT));
  }
}
