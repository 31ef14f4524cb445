package dev.zonegate.rules.hardcodedsecret;

import java.util.ArrayList;
import java.util.List;

/** Placeholders with defaults in a text: {@code ${jwt.secret:s3cr3t}}, also {@code :-}. */
final class Defaults {
  private Defaults() {}

  /** A key with what is taken where it is not set. */
  record Default(String key, String value) {}

  /** Those in {@code text}, the innermost value of nested ones. */
  static List<Default> in(String text) {
    List<Default> found = new ArrayList<>();
    for (String each : placeholders(text)) {
      int colon = each.indexOf(':');
      if (colon > 0) {
        String value = each.substring(colon + 1);
        String key = each.substring(0, colon).strip();
        if (value.startsWith("${") && value.endsWith("}")) {
          in(value).forEach(inner -> found.add(new Default(key, inner.value())));
        } else {
          found.add(new Default(key, value.startsWith("-") ? value.substring(1) : value));
        }
      }
    }
    return found;
  }

  private static List<String> placeholders(String text) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        start = depth++ == 0 ? i + 2 : start;
      } else if (text.charAt(i) == '}' && depth > 0 && --depth == 0) {
        found.add(text.substring(start, i));
      }
    }
    return found;
  }
}
