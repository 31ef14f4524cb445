package dev.zonegate.rules.weakcrypto;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The name of a cipher as the Java Cryptography Architecture writes it.
 *
 * @param algorithm in upper case
 * @param mode in upper case, empty if left to the provider
 * @param padding in upper case, empty if left to the provider
 */
record Transformation(String algorithm, String mode, String padding) {
  private static final Map<String, String> BROKEN =
      Map.ofEntries(
          Map.entry("DES", "has a 56-bit key, found in hours"),
          Map.entry("DESEDE", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("TRIPLEDES", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("3DES", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("BLOWFISH", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("IDEA", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("CAST5", "has 64-bit blocks, which repeat in long traffic"),
          Map.entry("RC2", "is broken"),
          Map.entry("RC4", "has a biased key stream"),
          Map.entry("ARCFOUR", "has a biased key stream"));

  static Transformation of(String name) {
    String[] parts = name.toUpperCase(Locale.ROOT).strip().split("/", -1);
    return new Transformation(
        parts[0].strip(),
        parts.length > 1 ? parts[1].strip() : "",
        parts.length > 2 ? parts[2].strip() : "");
  }

  /** What is wrong with it, as the rest of a sentence. */
  Optional<String> weakness() {
    String broken = BROKEN.get(algorithm);
    if (broken != null) {
      return Optional.of(broken);
    }
    if (algorithm.startsWith("PBEWITH") && algorithm.matches("(?s).*(DES|RC2|RC4).*")) {
      return Optional.of("encrypts with a broken cipher");
    }
    if (algorithm.equals("RSA")) {
      return padding.equals("NOPADDING")
          ? Optional.of("leaves out the padding that makes RSA safe")
          : Optional.empty();
    }
    if (isBlockCipher() && mode.equals("ECB")) {
      return Optional.of("encrypts equal blocks alike");
    }
    return isBlockCipher() && mode.isEmpty()
        ? Optional.of("means ECB, which encrypts equal blocks alike")
        : Optional.empty();
  }

  /** Whether the cipher itself is broken, whatever its mode. */
  boolean isBrokenKey() {
    return BROKEN.containsKey(algorithm)
        || algorithm.startsWith("PBEWITH") && weakness().isPresent();
  }

  /** Whether a changed text decrypts without an error. */
  boolean isUnauthenticated() {
    return isBlockCipher() && mode.equals("CBC");
  }

  private boolean isBlockCipher() {
    return algorithm.matches("AES(_\\d+)?|RIJNDAEL|TWOFISH|CAMELLIA|SERPENT|SM4|ARIA|SEED");
  }
}
