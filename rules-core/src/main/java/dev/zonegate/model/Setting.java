package dev.zonegate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A key with its value in a configuration file.
 *
 * @param key as written; in YAML with the keys around it and the index of a list's element: {@code
 *     spring.datasource.password}, {@code users[0].name}
 * @param value without quotes and escapes; empty if there is none. Placeholders such as {@code
 *     ${DB_PASSWORD:x}} are kept
 * @param keySpan the last part of the key, where it is written
 * @param valueSpan with quotes; empty where there is no value
 * @param profile when it applies, as written: {@code dev}, {@code test & cloud}; empty for always
 */
public record Setting(String key, String value, Span keySpan, Span valueSpan, String profile)
    implements ResourcePart {
  /**
   * The key as relaxed binding compares it: {@code my.jwt-secret}, {@code my.jwtSecret} and {@code
   * MY_JWTSECRET} are {@code my.jwtsecret}.
   */
  public String relaxedKey() {
    boolean isEnvironment = key.equals(key.toUpperCase(Locale.ROOT)) && !key.contains(".");
    String dotted = isEnvironment ? key.replaceAll("_+", ".") : key;
    return dotted.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** The key after its last dot, without an index: {@code password}. */
  public String name() {
    String plain = key.replaceAll("\\[[^\\[\\]]*+\\]", "");
    return plain.substring(plain.lastIndexOf('.') + 1);
  }

  /** The texts inside of {@code ${...}} in the value, the outermost ones; in order. */
  public List<String> placeholders() {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      if (value.startsWith("${", i)) {
        start = depth++ == 0 ? i + 2 : start;
      } else if (value.charAt(i) == '}' && depth > 0 && --depth == 0) {
        found.add(value.substring(start, i));
      }
    }
    return found;
  }

  @Override
  public Span span() {
    return valueSpan.isPresent() ? keySpan.to(valueSpan) : keySpan;
  }

  @Override
  public Span anchor() {
    return keySpan;
  }

  @Override
  public Span head() {
    return span();
  }

  @Override
  public String identity() {
    return profile.isEmpty() ? key : profile + "/" + key;
  }

  /** The same in another profile. */
  public Setting in(String other) {
    return new Setting(key, value, keySpan, valueSpan, other);
  }
}
