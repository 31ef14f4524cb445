package dev.zonegate.match;

import java.util.List;
import java.util.Set;

/** Tells names of secrets from names of things about secrets. */
public final class SecretNames {
  private static final Vocabulary SECRETS = Vocabulary.load("secrets/names.words");
  private static final Set<String> PUBLIC_ENDS = Set.of("id", "number");

  private SecretNames() {}

  /**
   * Whether a variable, key or parameter of this name holds a secret: {@code dbPassword}, {@code
   * JWT_SECRET}, {@code spring.datasource.password}; not {@code passwordEncoder}, {@code
   * token.expiry}, {@code access-key-id}.
   */
  public static boolean isSecret(String name) {
    if (!SECRETS.isNamed(name)) {
      return false;
    }
    List<String> words = Words.of(name);
    return !PUBLIC_ENDS.contains(words.get(words.size() - 1));
  }
}
