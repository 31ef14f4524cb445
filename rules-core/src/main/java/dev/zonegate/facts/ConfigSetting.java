package dev.zonegate.facts;

import dev.zonegate.match.SecretNames;
import dev.zonegate.match.SecretValues;
import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.Setting;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A setting of the project.
 *
 * @param at its key
 * @param key as written
 * @param relaxedKey as relaxed binding compares it
 * @param value empty if it is secret
 * @param kind what the value is
 * @param profile when it applies; empty for always
 */
public record ConfigSetting(
    String path, Span at, String key, String relaxedKey, String value, Kind kind, String profile)
    implements Fact {
  /** What a value is. */
  public enum Kind {
    /** Nothing. */
    EMPTY,
    /** A text that is no secret. */
    PLAIN,
    /** Filled in from the environment or another setting, in part or all. */
    PLACEHOLDER,
    /** A secret, encrypted or kept elsewhere. */
    PROTECTED,
    /** A secret, readable. */
    SECRET
  }

  static void collect(ResourceFile file, Consumer<Fact> facts) {
    for (Setting each : file.settings()) {
      Kind kind = kind(each);
      boolean isShown = kind == Kind.PLAIN || kind == Kind.PLACEHOLDER && !mayHoldSecret(each);
      facts.accept(
          new ConfigSetting(
              file.path(),
              each.anchor(),
              each.key(),
              each.relaxedKey(),
              isShown ? each.value() : "",
              kind,
              each.profile()));
    }
  }

  private static boolean mayHoldSecret(Setting setting) {
    return SecretNames.isSecret(setting.key())
        || SecretValues.mayHold(setting.value())
        || setting.placeholders().stream().anyMatch(ConfigSetting::hasSecretDefault);
  }

  private static boolean hasSecretDefault(String placeholder) {
    int colon = placeholder.indexOf(':');
    return colon >= 0
        && colon < placeholder.length() - 1
        && SecretNames.isSecret(placeholder.substring(0, colon));
  }

  private static Kind kind(Setting setting) {
    String value = setting.value();
    if (value.isBlank()) {
      return Kind.EMPTY;
    }
    if (SecretValues.isElsewhere(value) || SecretValues.isHashed(value)) {
      return Kind.PROTECTED;
    }
    if (SecretValues.isPlaceholder(value)) {
      return Kind.PLACEHOLDER;
    }
    return mayHoldSecret(setting) ? Kind.SECRET : Kind.PLAIN;
  }
}
