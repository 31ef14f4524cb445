package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Destinations;
import dev.zonegate.match.Destinations.Destination;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds MD5, SHA-1 and older where they guard something. */
final class WeakHash {
  private static final ApiSet DIGESTS = ApiSet.load("crypto/digests.api");
  private static final Vocabulary GUARDED = Vocabulary.load("crypto/guarded-names.words");
  private static final Vocabulary MAKERS = Vocabulary.load("crypto/password-names.words");
  private static final Vocabulary HARMLESS = Vocabulary.load("crypto/harmless-digests.words");
  private static final Set<String> WEAK = Set.of("MD2", "MD4", "MD5", "SHA", "SHA0", "SHA1");
  private static final String HMAC = "HMAC";
  private static final String COLLISIONS = ": others can make colliding input";
  private final SourceFile file;
  private final Reporter report;
  private final boolean isStrict;

  private WeakHash(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.isStrict = report.isOn(WeakCryptoRule.STRICT);
  }

  static void find(SourceFile file, Reporter report) {
    WeakHash search = new WeakHash(file, report);
    for (Invocation use : DIGESTS.usesIn(file)) {
      DIGESTS.find(use).ifPresent(api -> search.check(use, api));
    }
  }

  private void check(Invocation use, Api api) {
    NamedBySetting setting = setting(use, api).orElse(null);
    String algorithm = setting != null ? "" : algorithm(use, api).orElse(null);
    boolean isPrescribed = !isStrict && Algorithms.arePrescribed(file, use);
    if (algorithm == null || isPrescribed) {
      return;
    }
    if (setting != null) {
      chosen(use, api, setting);
    } else if (api.has("use", "signature")) {
      signature(use, algorithm);
    } else if (api.has("use", "mac")) {
      keyed(use, algorithm);
    } else if (use instanceof Expr value) {
      digest(value, use, api, algorithm);
    }
  }

  private Optional<NamedBySetting> setting(Invocation use, Api api) {
    int index = api.number("arg", -1);
    return index >= 0 && index < use.arguments().size()
        ? NamedBySetting.of(file, use.arguments().get(index))
        : Optional.empty();
  }

  /** What the project's settings say decides. */
  private void chosen(Invocation use, Api api, NamedBySetting setting) {
    String rest =
        api.has("use", "signature")
            ? ", and so is what it signs"
            : use instanceof Expr value ? purpose(value, api).rest() : "";
    if (!rest.isEmpty()) {
      report.candidate(use, WeakCryptoRule.WEAK_HASH, setting.with(rest), setting.key(), rest);
    }
  }

  private Optional<String> algorithm(Invocation use, Api api) {
    String fixed = api.attributes().get("algorithm");
    if (fixed != null) {
      return Optional.of(fixed);
    }
    int index = api.number("arg", 0);
    return index >= use.arguments().size()
        ? Optional.empty()
        : Algorithms.weak(
            file,
            use.arguments().get(index),
            isStrict,
            api.has("use", "mac") ? this::isWeakMac : WeakHash::isWeak);
  }

  /** Colliding input alone forges no keyed digest, so SHA-1 is left to those who are strict. */
  private boolean isWeakMac(String algorithm) {
    String digest = digest(algorithm);
    return algorithm.toUpperCase(Locale.ROOT).startsWith(HMAC)
        && isWeak(digest)
        && (isStrict || digest.toUpperCase(Locale.ROOT).startsWith("MD"));
  }

  private static String digest(String mac) {
    return mac.substring(Math.min(HMAC.length(), mac.length()));
  }

  static boolean isWeak(String algorithm) {
    String name = algorithm.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    int with = name.indexOf("WITH");
    return WEAK.contains(with > 0 ? name.substring(0, with) : name);
  }

  private void keyed(Invocation use, String algorithm) {
    report
        .at(
            use,
            WeakCryptoRule.WEAK_HASH,
            digest(algorithm),
            ", and `" + algorithm + "` rests on it")
        .confidence(Confidence.MEDIUM);
  }

  private void signature(Invocation use, String algorithm) {
    boolean isOnlyVerified =
        file.all(Expr.Call.class).stream().noneMatch(call -> call.name().equals("initSign"));
    report
        .at(use, WeakCryptoRule.WEAK_HASH, algorithm, ", and so is what it signs")
        .confidence(isOnlyVerified && !isStrict ? Confidence.LOW : Confidence.HIGH)
        .severity(isOnlyVerified && !isStrict ? Severity.NOTE : Severity.WARNING);
  }

  private void digest(Expr value, Invocation use, Api api, String algorithm) {
    Purpose purpose = purpose(value, api);
    if (purpose.isKnown()) {
      report.at(use, WeakCryptoRule.WEAK_HASH, algorithm, purpose.rest());
    } else if (!purpose.isHarmless()) {
      report
          .at(use, WeakCryptoRule.WEAK_HASH, algorithm, COLLISIONS)
          .severity(Severity.NOTE)
          .confidence(Confidence.LOW);
    }
  }

  /**
   * What a digest is for.
   *
   * @param rest what the message says of it; empty if that is not known
   */
  private record Purpose(String rest, boolean isHarmless) {
    boolean isKnown() {
      return !rest.isEmpty();
    }
  }

  private Purpose purpose(Expr value, Api api) {
    List<String> goals = new ArrayList<>();
    Destinations.of(file, value).forEach(each -> goals.add(each.name()));
    List<String> inputs = inputs(file, value, api);
    List<String> around = Names.around(file, value);
    Optional<String> guarded = guarded(goals, inputs, around);
    boolean isHarmless =
        goals.stream().anyMatch(HARMLESS::isIn) || guarded.isEmpty() && anyHarmless(inputs, around);
    if (guarded.isPresent() && (isStrict || !isHarmless)) {
      return new Purpose(" and guards `" + guarded.get() + "`", isHarmless);
    }
    return new Purpose(isStrict ? COLLISIONS : "", isHarmless);
  }

  private static Optional<String> guarded(
      List<String> goals, List<String> inputs, List<String> around) {
    for (List<String> names : List.of(inputs, goals, around)) {
      Optional<String> found = names.stream().filter(GUARDED::isNamed).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return anyHarmless(inputs, around)
        ? Optional.empty()
        : around.stream().filter(MAKERS::isIn).findFirst();
  }

  private static boolean anyHarmless(List<String> inputs, List<String> around) {
    return inputs.stream().anyMatch(HARMLESS::isIn) || around.stream().anyMatch(HARMLESS::isIn);
  }

  /** The names of what is digested: the argument, or what the digest is given later. */
  static List<String> inputs(SourceFile file, Expr value, Api api) {
    List<String> names = new ArrayList<>();
    int input = api.number("input", -1);
    if (input >= 0) {
      List<Expr> arguments = ((Invocation) value).arguments();
      if (input < arguments.size()) {
        names.addAll(Names.ingredients(file, arguments.get(input)));
      }
      return names;
    }
    for (Expr.Call each : callsOn(file, value)) {
      each.arguments().forEach(argument -> names.addAll(Names.ingredients(file, argument)));
    }
    return names;
  }

  private static List<Expr.Call> callsOn(SourceFile file, Expr digest) {
    List<Expr.Call> calls = new ArrayList<>();
    chain(file, digest, calls);
    for (Destination each : Destinations.of(file, digest)) {
      if (each.node() instanceof Variable holder) {
        Bindings.of(file).uses(holder).forEach(use -> chain(file, use, calls));
      }
    }
    return calls;
  }

  private static void chain(SourceFile file, Expr target, List<Expr.Call> calls) {
    Expr each = target;
    while (file.parent(each) instanceof Expr.Call call && call.target() == each) {
      calls.add(call);
      each = call;
    }
  }
}
