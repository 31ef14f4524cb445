package dev.zonegate.rules.hardcodedsecret;

import dev.zonegate.match.SecretNames;
import dev.zonegate.match.SecretValues;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges whether a text is a secret, by its look and by what holds it. */
final class Shapes {
  private static final Set<String> DEMO_VALUES =
      Set.copyOf(Vocabulary.lines("secrets/demo-values.words"));
  private static final Set<String> DEMO_MARKS =
      Set.of(
          "my",
          "your",
          "super",
          "very",
          "top",
          "change",
          "replace",
          "changeme",
          "example",
          "sample",
          "default",
          "must",
          "long",
          "demo",
          "mysecret",
          "yoursecret",
          "supersecret",
          "mysupersecret",
          "secure",
          "please",
          "this",
          "strong",
          "random",
          "insecure");
  private static final Set<String> SECRET_WORDS =
      Set.of(
          "secret",
          "password",
          "key",
          "token",
          "passphrase",
          "mysecret",
          "yoursecret",
          "supersecret",
          "mysupersecret",
          "secretkey",
          "changeme");
  private static final Set<String> OWN_SECRETS =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "passcode",
          "pwd",
          "pass",
          "secret",
          "passwort",
          "dbpassword",
          "jwtsecret",
          "clientsecret",
          "secretkey",
          "signingkey");
  private static final Set<String> OWN_KEYS =
      Set.of("jwt", "hmac", "signing", "encryption", "encrypt", "cipher", "aes", "master");
  private static final Pattern PROPERTY_KEY =
      Pattern.compile("[A-Za-z][\\w-]*(?:\\.[A-Za-z][\\w-]*)+");
  private static final Pattern CONSTANT_NAME = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
  private static final Pattern PATH =
      Pattern.compile(
          "^(?:\\.{0,2}/|[A-Za-z]:\\\\|~/).*|.*\\.(?:pem|key|jks|p12|pfx|txt|json|properties|xml|ya?ml|html?|jsp|crt|cer|java|class)$");
  private static final Pattern WORDS_ONLY =
      Pattern.compile("[A-Za-z]+\\d{0,2}(?:[._:/ -][A-Za-z]*\\d{0,2})*");
  private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z]+\\d{1,2}");
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)true|false|null|none|nil|n/?a|undefined|unset|disabled|enabled|empty|optional|required|todo|tbd|string|#\\{null}");
  private static final Pattern UUID_ZERO = Pattern.compile("[0-]+");

  private Shapes() {}

  /** Whether {@code value} is a text that could be the secret itself. */
  static boolean isUsable(String value) {
    String text = value.strip();
    return !text.isEmpty()
        && !SecretValues.isPlaceholder(text)
        && !SecretValues.isElsewhere(text)
        && !SecretValues.isHashed(text)
        && !NOTHING.matcher(text).matches();
  }

  /** Whether {@code value}, held by something called {@code name}, looks like a secret. */
  static boolean isReal(String name, String value) {
    String text = plain(value);
    if (!isUsable(text)
        || isAboutSecrets(name, text)
        || text.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    boolean hasLetter = text.chars().anyMatch(Character::isLetter);
    boolean hasDigit = text.chars().anyMatch(Character::isDigit);
    boolean hasMark = text.chars().anyMatch(each -> "!@#$%^&*".indexOf(each) >= 0);
    if (isOwn(name)) {
      boolean isCipherKey = text.matches("\\d{16}|\\d{24}|\\d{32}");
      if (isCipherKey && Words.of(name).contains("key")) {
        return true;
      }
      boolean isGuessable = WORDS_ONLY.matcher(text).matches() && !ONE_WORD.matcher(text).matches();
      return text.length() >= 6 && hasLetter && (hasDigit && !isGuessable || hasMark);
    }
    return text.length() >= 12
        && hasLetter
        && hasDigit
        && !WORDS_ONLY.matcher(text).matches()
        && entropy(text) >= 3;
  }

  /** Whether {@code value} is one that is tried first, in the place of a secret. */
  static boolean isDemo(String name, String value) {
    String text = plain(value);
    boolean isSentence = text.chars().anyMatch(Character::isWhitespace);
    if (isSentence || !isOwn(name) || !isUsable(text) || isAboutSecrets(name, text)) {
      return false;
    }
    return DEMO_VALUES.contains(squeezed(text)) || isDemoPhrase(text);
  }

  /** As {@link #isDemo}, whatever holds it. */
  static boolean isDemoPhrase(String value) {
    List<String> words = Words.of(value);
    return words.size() > 1
            && words.stream().anyMatch(DEMO_MARKS::contains)
            && words.stream().anyMatch(SECRET_WORDS::contains)
        || words.stream().anyMatch(each -> each.matches("(?:my|your)(?:super|jwt)*secret\\w*"));
  }

  /** Whether a default for {@code name} is one that works. */
  static boolean isDefault(String name, String value) {
    String text = plain(value);
    return SecretNames.isSecret(name)
        && isUsable(text)
        && !CONSTANT_NAME.matcher(text).matches()
        && !isPath(text)
        && !text.contains("://")
        && !UUID_ZERO.matcher(text).matches()
        && (isOwn(name) || text.length() >= 6 && !isAskedFor(text));
  }

  /** Whether it stands for a key that somebody else issues: {@code your-api-key}. */
  private static boolean isAskedFor(String text) {
    List<String> words = Words.of(text);
    return words.contains("your") || words.contains("insert") || words.contains("replace");
  }

  /** Whether a text under a key such as {@code db.password} is the password. */
  static boolean isOwnValue(String name, String value) {
    String text = plain(value);
    List<String> words = Words.of(name);
    String last = words.isEmpty() ? "" : words.get(words.size() - 1);
    return isUsable(text) && !isPath(text) && (!last.equals("token") || isReal(name, text));
  }

  /** Whether a text is the name of a constant, property or bean, where that can be told. */
  static boolean isReference(String value) {
    return CONSTANT_NAME.matcher(value).matches()
        || isPath(value)
        || PROPERTY_KEY.matcher(value).matches() && value.chars().noneMatch(Character::isDigit);
  }

  /** Whether the issuer of the secret is this program, so that any value works. */
  static boolean isOwn(String name) {
    List<String> words = Words.of(name);
    return words.stream().anyMatch(OWN_SECRETS::contains)
        || words.contains("key") && words.stream().anyMatch(OWN_KEYS::contains);
  }

  /**
   * Whether the text is the name of something: of itself, a property, a constant, a file, a page.
   */
  private static boolean isAboutSecrets(String name, String text) {
    String squeezedName = squeezed(name);
    String squeezedText = squeezed(text);
    return squeezedName.contains(squeezedText) && !squeezedText.matches("\\d+")
        || isNamedSo(squeezedName, squeezedText)
        || PROPERTY_KEY.matcher(text).matches()
        || CONSTANT_NAME.matcher(text).matches()
        || isPath(text)
        || text.contains("://");
  }

  private static boolean isNamedSo(String name, String text) {
    return name.length() > 7 && text.startsWith(name) && text.length() - name.length() < 3;
  }

  private static boolean isPath(String text) {
    return PATH.matcher(text).matches();
  }

  /** Without Spring Security's mark of a password that is not hashed. */
  static String plain(String value) {
    return value.startsWith("{noop}") ? value.substring("{noop}".length()) : value;
  }

  private static String squeezed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9@]", "");
  }

  /** Bits a character. */
  private static double entropy(String text) {
    double bits = 0;
    for (int c : text.chars().distinct().toArray()) {
      double share = (double) text.chars().filter(each -> each == c).count() / text.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
