package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Destinations;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Finds passwords kept in a way that gives them away with the database. */
final class PasswordStorage {
  private static final ApiSet ENCODERS = ApiSet.load("crypto/password-encoders.api");
  private static final ApiSet DIGESTS = ApiSet.load("crypto/fast-digests.api");
  static final Vocabulary PASSWORDS = Vocabulary.load("crypto/password-names.words");
  private static final Set<String> KEEPING_OLD =
      Set.of("put", "of", "entry", "ofEntries", "setDefaultPasswordEncoderForMatches");
  private final SourceFile file;
  private final Reporter report;

  private PasswordStorage(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    PasswordStorage search = new PasswordStorage(file, report);
    for (Invocation use : ApiSet.usesIn(file, ENCODERS, DIGESTS)) {
      ENCODERS.find(use).ifPresent(api -> search.encoder(use, api));
      DIGESTS.find(use).ifPresent(api -> search.digest(use, api));
    }
    PlainPassword.find(file, report);
  }

  private void encoder(Invocation use, Api api) {
    String fault = api.attributes().get("fault");
    if (fault != null) {
      boolean isForOldOnes =
          file.parent(use) instanceof Expr.Call call && KEEPING_OLD.contains(call.name());
      report
          .at(
              use,
              WeakCryptoRule.PASSWORD_STORAGE,
              use.shortName(),
              fault.equals("plain") ? "keeps passwords as they are" : "hashes too fast to resist")
          .severity(isForOldOnes ? Severity.NOTE : WeakCryptoRule.PASSWORD_STORAGE.severity());
      return;
    }
    OptionalLong work = number(use, api.number("arg", -1));
    int least = api.number("least", 0);
    if (work.isPresent() && work.getAsLong() >= 0 && work.getAsLong() < least) {
      report.at(
          use,
          WeakCryptoRule.PASSWORD_STORAGE,
          use.shortName(),
          "works with a cost of %d, under %d".formatted(work.getAsLong(), least));
    }
    int salt = api.number("salt", -1);
    if (salt >= 0 && salt < use.arguments().size()) {
      salt(use, use.arguments().get(salt));
    }
  }

  private OptionalLong number(Invocation use, int index) {
    return index >= 0 && index < use.arguments().size()
        ? Algorithms.number(file, use.arguments().get(index))
        : OptionalLong.empty();
  }

  private void salt(Invocation use, Expr salt) {
    FixedBytes.Kind kind = FixedBytes.of(file, salt);
    if (kind == FixedBytes.Kind.SAME || kind == FixedBytes.Kind.ZERO) {
      report.at(
          use,
          WeakCryptoRule.PASSWORD_STORAGE,
          use.shortName(),
          "salts every password with the same bytes");
    }
  }

  /** A single SHA-2 over a password that is kept; MD5 and SHA-1 are a matter of weakHash. */
  private void digest(Invocation use, Api api) {
    if (!(use instanceof Expr value) || isRepeated(use) || !isStrongName(use, api)) {
      return;
    }
    List<String> inputs = WeakHash.inputs(file, value, api);
    List<String> goals = new ArrayList<>(Names.around(file, value).subList(0, 1));
    Destinations.of(file, value).forEach(each -> goals.add(each.name()));
    boolean isPassword = inputs.stream().anyMatch(PASSWORDS::isNamed);
    boolean isKept = goals.stream().anyMatch(PasswordStorage::isPasswordKept);
    if (isPassword && isKept) {
      report
          .at(
              use,
              WeakCryptoRule.PASSWORD_STORAGE,
              use.shortName(),
              "hashes a password too fast to resist guessing")
          .confidence(Confidence.MEDIUM);
    }
  }

  private boolean isStrongName(Invocation use, Api api) {
    int index = api.number("arg", -1);
    return index < 0
        || index < use.arguments().size()
            && Algorithms.weak(
                    file,
                    use.arguments().get(index),
                    false,
                    name -> name.toUpperCase(java.util.Locale.ROOT).matches("SHA-?(2|3|5).*"))
                .isPresent();
  }

  /** {@code setPassword}, {@code passwordHash}, {@code hashPassword}, {@code hashedPassword}. */
  private static boolean isPasswordKept(String name) {
    return PASSWORDS.isIn(name);
  }

  private boolean isRepeated(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    Node around = method == null ? use : method;
    return !file.allIn(around, Stmt.For.class).isEmpty()
        || !file.allIn(around, Stmt.While.class).isEmpty();
  }
}
