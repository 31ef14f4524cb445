package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Destinations;
import dev.zonegate.match.Destinations.Destination;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds ciphers that are broken, in a mode that shows patterns, or open to changes. */
final class WeakCipher {
  private static final ApiSet CIPHERS = ApiSet.load("crypto/ciphers.api");
  private static final Vocabulary EXTERNAL = Vocabulary.load("crypto/external-parties.words");
  private static final ApiSet INIT = ApiSet.of("javax.crypto.Cipher#init");
  private static final ApiSet AUTHENTICATING =
      ApiSet.of("javax.crypto.Mac#getInstance", "java.security.Signature#getInstance");
  private final SourceFile file;
  private final Reporter report;
  private final boolean isStrict;

  private WeakCipher(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.isStrict = report.isOn(WeakCryptoRule.STRICT);
  }

  static void find(SourceFile file, Reporter report) {
    WeakCipher search = new WeakCipher(file, report);
    boolean isFound = false;
    List<Invocation> keys = new ArrayList<>();
    for (Invocation use : file.all(Invocation.class)) {
      Api api = CIPHERS.find(use).orElse(null);
      if (api != null && api.has("use", "key")) {
        keys.add(use);
      } else if (api != null) {
        isFound |= search.cipher(use, api);
      }
    }
    if (!isFound) {
      keys.forEach(search::key);
    }
  }

  private boolean cipher(Invocation use, Api api) {
    String name = weak(use, api, each -> Transformation.of(each).weakness().isPresent());
    NamedBySetting setting = setting(use, api).orElse(null);
    if (!isStrict && Algorithms.arePrescribed(file, use)) {
      return false;
    }
    if (setting != null) {
      report.candidate(use, WeakCryptoRule.WEAK_CIPHER, setting, setting.key(), "is weak");
      return false;
    }
    if (name == null) {
      return unauthenticated(use, api);
    }
    boolean isLegacy = !isStrict && isOnlyDecrypting(use);
    report
        .at(use, WeakCryptoRule.WEAK_CIPHER, name, Transformation.of(name).weakness().orElseThrow())
        .severity(isLegacy ? Severity.NOTE : WeakCryptoRule.WEAK_CIPHER.severity())
        .confidence(isLegacy ? Confidence.LOW : Confidence.HIGH);
    return true;
  }

  private Optional<NamedBySetting> setting(Invocation use, Api api) {
    int index = api.number("arg", -1);
    return index >= 0 && index < use.arguments().size()
        ? NamedBySetting.of(file, use.arguments().get(index))
        : Optional.empty();
  }

  private void key(Invocation use) {
    Api api = CIPHERS.find(use).orElseThrow();
    String name = weak(use, api, each -> Transformation.of(each).isBrokenKey());
    if (name != null) {
      String weakness = Transformation.of(name).weakness().orElseThrow();
      report
          .at(use, WeakCryptoRule.WEAK_CIPHER, name, weakness)
          .confidence(isStrict ? Confidence.HIGH : Confidence.MEDIUM);
    }
  }

  private String weak(Invocation use, Api api, java.util.function.Predicate<String> isWeak) {
    String fixed = api.attributes().get("algorithm");
    if (fixed != null) {
      return isWeak.test(fixed) ? fixed : null;
    }
    int index = api.number("arg", 0);
    return index < use.arguments().size()
        ? Algorithms.weak(file, use.arguments().get(index), isStrict, isWeak).orElse(null)
        : null;
  }

  /** CBC of what comes back from outside, with nothing in the file that would notice a change. */
  private boolean unauthenticated(Invocation use, Api api) {
    String name = weak(use, api, each -> Transformation.of(each).isUnauthenticated());
    boolean isAuthenticated =
        file.all(Invocation.class).stream().anyMatch(each -> AUTHENTICATING.matches(each).isYes());
    Optional<String> held = Names.around(file, use).stream().filter(EXTERNAL::isIn).findFirst();
    if (name == null || isAuthenticated || held.isEmpty()) {
      return false;
    }
    report
        .at(use, WeakCryptoRule.WEAK_CIPHER, name, "does not notice that its text was changed")
        .severity(Severity.NOTE)
        .confidence(Confidence.MEDIUM);
    return true;
  }

  /** Whether the cipher is set up for decryption only: old data is read, none is written. */
  private boolean isOnlyDecrypting(Invocation use) {
    List<Expr.Call> inits = inits(use);
    return !inits.isEmpty() && inits.stream().allMatch(this::isDecrypting);
  }

  private List<Expr.Call> inits(Invocation use) {
    List<Expr.Call> inits = new ArrayList<>();
    if (use instanceof Expr value) {
      for (Destination each : Destinations.of(file, value)) {
        if (each.node() instanceof Variable holder) {
          for (Expr name : Bindings.of(file).uses(holder)) {
            if (file.parent(name) instanceof Expr.Call call && INIT.matches(call).isYes()) {
              inits.add(call);
            }
          }
        }
      }
    }
    return inits;
  }

  private boolean isDecrypting(Expr.Call init) {
    if (init.arguments().isEmpty()) {
      return false;
    }
    Expr mode = init.arguments().get(0);
    Variable passed = Bindings.of(file).declaration(mode).orElse(null);
    boolean isDecryption =
        mode instanceof Expr.FieldAccess access && access.name().equals("DECRYPT_MODE")
            || mode instanceof Expr.Name name && name.name().equals("DECRYPT_MODE")
            || Algorithms.number(file, mode).orElse(0) == 2;
    return isDecryption && !(passed instanceof Decl.Param);
  }
}
