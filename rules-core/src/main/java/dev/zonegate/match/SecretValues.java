package dev.zonegate.match;

import java.util.regex.Pattern;

/** Tells texts that are secrets from texts that only lead to one. */
public final class SecretValues {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\$\\{|#\\{|\\{\\{|\\$\\(|@[\\w.-]+@|^<.*>$|^\\[.*]$|^%[\\w.]+%$|^%\\w|^[*x•.#?_-]+$|^\\.\\.\\.",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "^(?:\\{(?:cipher|vault|secret)}|ENC\\(|(?:vault|file|classpath|secretsmanager|aws-secretsmanager"
              + "|sm|gcp|gcpsm|kms|op|ref\\+\\w+|keyvault|env|sops|arn|azure-keyvault|ssm)[:@]|!vault|AQICA|vault/)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HASHED =
      Pattern.compile(
          "^(?:\\{(?!noop)[\\w@.-]+})?(?:\\$\\w{1,10}\\$|\\{SSHA|\\{bcrypt}|\\{pbkdf2}).*");
  private static final Pattern URL_WITH_PASSWORD =
      Pattern.compile(
          "^(?:jdbc:)?[a-z][\\w+.:-]*://[^\\s/:@?#]*:[^\\s/@?#]+@.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PASSWORD_PARAMETER =
      Pattern.compile("(?is).*[?&;](?:password|pwd|sig|api_?key|access_?token|token)=[^&;\\s].*");

  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)\\b(?:password|passwd|pwd|secret)\\s*=\\s*[\"']?[^\"'${\\s;]");
  private static final Pattern RANDOM =
      Pattern.compile(
          "(?<![\\w+/=-])(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{20,}+|PRIVATE KEY");

  private SecretValues() {}

  /** Whether {@code text} stands for a value that is filled in elsewhere, or masks one. */
  public static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).find();
  }

  /** Whether {@code text} names the place of a secret, or is one that only a key opens. */
  public static boolean isElsewhere(String text) {
    return ELSEWHERE.matcher(text).find();
  }

  /** Whether {@code text} is a password's hash. */
  public static boolean isHashed(String text) {
    return HASHED.matcher(text).matches();
  }

  /** Whether a secret stands in a URL. */
  public static boolean isInUrl(String text) {
    return URL_WITH_PASSWORD.matcher(text).matches() || PASSWORD_PARAMETER.matcher(text).matches();
  }

  /** Whether a secret may stand somewhere in {@code text}, whatever it is for. */
  public static boolean mayHold(String text) {
    return isInUrl(text) || ASSIGNED.matcher(text).find() || RANDOM.matcher(text).find();
  }
}
