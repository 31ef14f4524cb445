package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Destinations;
import dev.zonegate.match.Destinations.Destination;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds secrets drawn from {@code Random} and its like, and secure sources with a known seed. */
final class WeakRandom {
  private static final ApiSet DRAWS = ApiSet.load("crypto/random.api");
  private static final ApiSet SEEDS =
      ApiSet.of("java.security.SecureRandom#new(byte[])", "java.security.SecureRandom#setSeed(*)");
  private static final ApiSet CLOCK =
      ApiSet.of("java.lang.System#currentTimeMillis()", "java.lang.System#nanoTime()");
  private static final Vocabulary SECRETS = Vocabulary.load("crypto/secret-names.words");
  private static final ApiSet NUMBERS =
      ApiSet.of(
          "java.math.BigInteger#new(int,Random)",
          "java.math.BigInteger#new(int,int,Random)",
          "java.math.BigInteger#probablePrime(int,Random)");
  private static final String SECURE = "java.security.SecureRandom";
  private static final Set<String> ERASING =
      Set.of(
          "close", "destroy", "clear", "wipe", "erase", "zeroize", "dispose", "scrub", "cleanup");
  private static final Set<String> MAKING =
      Set.of(
          "generate",
          "create",
          "next",
          "make",
          "new",
          "get",
          "random",
          "build",
          "issue",
          "string",
          "value",
          "code",
          "alphanumeric",
          "numeric",
          "of",
          "with",
          "length",
          "unique",
          "id");
  private final SourceFile file;
  private final Reporter report;
  private final boolean isStrict;
  private final Set<List<Object>> reported = new HashSet<>();

  private WeakRandom(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.isStrict = report.isOn(WeakCryptoRule.STRICT);
  }

  static void find(SourceFile file, Reporter report) {
    WeakRandom search = new WeakRandom(file, report);
    for (Invocation use : file.all(Invocation.class)) {
      search.check(use);
    }
  }

  private void check(Invocation use) {
    if (SEEDS.matches(use).isYes() && isKnownSeed(use)) {
      report.at(use, WeakCryptoRule.WEAK_RANDOM, use.shortName(), " by who knows the seed");
      return;
    }
    if (!(use instanceof Expr value)) {
      return;
    }
    Api api = DRAWS.find(use).orElse(null);
    if (api != null && isWeak(use, api)) {
      draw(use, goals(value, use, api));
    } else if (isGivenRandom(use)) {
      draw(use, Destinations.of(file, value));
    }
  }

  private List<Destination> goals(Expr value, Invocation use, Api api) {
    int into = api.number("into", -1);
    return into >= 0 && into < use.arguments().size()
        ? Destinations.ofContents(file, use.arguments().get(into))
        : Destinations.of(file, value);
  }

  private void draw(Invocation use, List<Destination> goals) {
    String secret = isErasing(use) ? null : secret(goals, use).orElse(null);
    if (secret == null && !isStrict || !reported.add(key(use, secret))) {
      return;
    }
    boolean isNear = goals.stream().anyMatch(each -> each.name().equals(secret));
    report
        .at(
            use,
            WeakCryptoRule.WEAK_RANDOM,
            use.shortName(),
            secret == null ? " from earlier values" : ", and `" + secret + "` is made of it")
        .confidence(isNear ? Confidence.HIGH : Confidence.MEDIUM);
  }

  /** Whether a secret is overwritten because it is no longer needed. */
  private boolean isErasing(Invocation use) {
    return Words.of(Names.member(file, use)).stream().anyMatch(ERASING::contains);
  }

  /** One finding for each source and purpose in a method. */
  private List<Object> key(Invocation use, String secret) {
    Node method = file.enclosing(use, Decl.Method.class);
    return List.of(
        method == null ? file.unit().span() : method.span(),
        use.target() == null ? use.name() : file.text(use.target()),
        secret == null ? "" : secret);
  }

  /** The name of the secret that is made; that of the type counts for what a method returns. */
  private Optional<String> secret(List<Destination> goals, Invocation use) {
    for (Destination each : goals) {
      if (SECRETS.isNamed(each.name())) {
        return Optional.of(each.name());
      }
    }
    boolean isProduct =
        goals.stream()
            .anyMatch(each -> each.node() instanceof Decl.Method && isPlainMaking(each.name()));
    if (!isProduct) {
      return Optional.empty();
    }
    return Names.around(file, use).stream().filter(WeakRandom::isMakerOfSecrets).findFirst();
  }

  /** A method whose name says nothing of what it makes: {@code generate}, {@code nextString}. */
  private static boolean isPlainMaking(String method) {
    return MAKING.containsAll(Words.of(method));
  }

  /** {@code TokenGenerator}, {@code PasswordFactory}. */
  private static boolean isMakerOfSecrets(String type) {
    String made = type.replaceAll("(Generator|Factory|Maker|Source|Creator|Utils?|Service)$", "");
    return !made.equals(type) && SECRETS.isNamed(made);
  }

  private boolean isWeak(Invocation use, Api api) {
    boolean isSecureNow =
        api.has("unless", "deprecated")
            && use.method() != null
            && use.method().annotations().contains("java.lang.Deprecated");
    boolean isGivenSecure =
        use.arguments().stream().anyMatch(each -> each.type().isA(SECURE).isYes());
    if (isSecureNow || isGivenSecure) {
      return false;
    }
    boolean isStatic = use.target() == null || use.target() instanceof Expr.TypeName;
    return isStatic || RandomSource.isPredictable(file, use.target());
  }

  /** {@code new BigInteger(130, random)}, with a source that can be predicted. */
  private boolean isGivenRandom(Invocation use) {
    return NUMBERS.matches(use).isYes()
        && RandomSource.isPredictable(file, use.arguments().get(use.arguments().size() - 1));
  }

  private boolean isKnownSeed(Invocation use) {
    List<Expr> arguments = use.arguments();
    return arguments.size() == 1 && isKnown(arguments.get(0), new ArrayList<>());
  }

  private boolean isKnown(Expr seed, List<Expr> seen) {
    if (seen.contains(seed) || seen.size() > 20) {
      return false;
    }
    seen.add(seed);
    if (!Constants.of(file).values(seed).isEmpty()) {
      return true;
    }
    if (seed instanceof Expr.Call call) {
      boolean isOfKnown =
          call.target() != null
              && (call.name().equals("getBytes") || call.name().equals("longValue"))
              && isKnown(call.target(), seen);
      return isOfKnown || CLOCK.matches(call).isYes();
    }
    if (seed instanceof Expr.NewArray array && array.initializer() != null) {
      return array.initializer().elements().stream().allMatch(each -> isKnown(each, seen));
    }
    return Bindings.of(file)
        .declaration(seed)
        .filter(it -> it.initializer() != null && Bindings.of(file).isAssignedOnce(it))
        .map(it -> isKnown(it.initializer(), seen))
        .orElse(false);
  }
}
