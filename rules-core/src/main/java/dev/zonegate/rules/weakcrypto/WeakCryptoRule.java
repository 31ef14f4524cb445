package dev.zonegate.rules.weakcrypto;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rule.Settler;

/** Flags cryptography that does not protect what it is used for. */
public final class WeakCryptoRule implements Rule {
  /** Reports any use of a weak hash, cipher or random source, and any cookie without its flags. */
  static final String STRICT = "strict";

  static final RulePattern WEAK_HASH =
      RulePattern.warning(
          "weakHash", "`%s` is broken%s", "use SHA-256, or bcrypt or Argon2 for a password");
  static final RulePattern WEAK_CIPHER =
      RulePattern.warning("weakCipher", "`%s` %s", "use `AES/GCM/NoPadding`, or OAEP with RSA");
  static final RulePattern WEAK_RANDOM =
      RulePattern.warning("weakRandom", "`%s` can be guessed%s", "draw it from `SecureRandom`");
  static final RulePattern STATIC_IV =
      RulePattern.warning("staticIv", "`%s` %s", "draw it from `SecureRandom` and send it along");
  static final RulePattern TRUST_ALL_TLS =
      RulePattern.warning("trustAllTls", "`%s` %s", "trust the issuer in a trust store");
  static final RulePattern TIMING_COMPARE =
      RulePattern.warning(
          "timingCompare",
          "`%s` stops at the first difference, which a caller can time",
          "use `MessageDigest.isEqual`");
  static final RulePattern PASSWORD_STORAGE =
      RulePattern.warning("passwordStorage", "`%s` %s", "encode it with bcrypt or Argon2");
  static final RulePattern SMALL_KEYS_OLD_TLS =
      RulePattern.warning(
          "smallKeysOldTls", "`%s` %s", "use RSA 3072, EC 256, AES 256, and TLS 1.2 or 1.3");
  static final RulePattern PLAIN_HTTP =
      RulePattern.warning(
          "plainHttp", "`%s` is sent credentials that anybody on the way can read", "use `https`");
  static final RulePattern COOKIE_FLAGS =
      RulePattern.warning(
          "cookieFlags", "Cookie `%s` %s", "set `Secure`, and `HttpOnly` on what authenticates");

  private static final RuleInfo INFO =
      RuleInfo.named("AI06", "WeakCrypto")
          .summary("Use cryptography that protects what it is used for")
          .cwe(327, 326, 328, 329, 330, 338, 295, 297, 208, 614, 1004, 916, 760)
          .patterns(
              WEAK_HASH,
              WEAK_CIPHER,
              STATIC_IV,
              WEAK_RANDOM,
              TRUST_ALL_TLS,
              TIMING_COMPARE,
              COOKIE_FLAGS,
              PASSWORD_STORAGE,
              SMALL_KEYS_OLD_TLS,
              PLAIN_HTTP);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void settle(Candidate candidate, Settler settler) {
    if (!(candidate.evidence() instanceof NamedBySetting setting)) {
      return;
    }
    boolean isHash = candidate.finding().pattern().equals(WEAK_HASH.id());
    setting
        .weak(
            settler.project(),
            settler.isOn(STRICT),
            isHash ? WeakHash::isWeak : each -> Transformation.of(each).weakness().isPresent())
        .ifPresent(
            name ->
                settler.report(
                    candidate,
                    name,
                    isHash ? setting.rest() : Transformation.of(name).weakness().orElseThrow()));
  }

  @Override
  public void check(SourceFile file, Reporter report) {
    if (file.role() != Role.MAIN) {
      return;
    }
    WeakHash.find(file, report);
    WeakCipher.find(file, report);
    StaticIv.find(file, report);
    WeakRandom.find(file, report);
    TrustAllTls.find(file, report);
    TimingCompare.find(file, report);
    CookieFlags.find(file, report);
    PasswordStorage.find(file, report);
    SmallKeysOldTls.find(file, report);
    PlainHttp.find(file, report);
  }
}
