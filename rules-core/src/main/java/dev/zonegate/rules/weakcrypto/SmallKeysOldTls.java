package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.PossibleTexts;
import dev.zonegate.match.taint.FixedArguments;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds keys that are too short, and versions of TLS that are broken. */
final class SmallKeysOldTls {
  private static final ApiSet SIZES = ApiSet.load("crypto/key-sizes.api");
  private static final ApiSet CURVES = ApiSet.of("java.security.spec.ECGenParameterSpec#new");
  private static final ApiSet PROTOCOLS = ApiSet.load("crypto/protocols.api");
  private static final ApiSet SETTINGS = ApiSet.of("java.lang.System#setProperty(String,String)");
  private static final Set<String> PROTOCOL_SETTINGS =
      Set.of("https.protocols", "jdk.tls.client.protocols", "jdk.tls.server.protocols");
  private static final Set<String> OLD =
      Set.of(
          "SSL",
          "SSLV2",
          "SSLV2HELLO",
          "SSLV3",
          "TLSV1",
          "TLSV1.0",
          "TLSV1.1",
          "SSL_3_0",
          "TLS_1_0",
          "TLS_1_1",
          "V_1_0",
          "V_1_1");
  private static final Map<String, Integer> LEAST =
      Map.ofEntries(
          Map.entry("RSA", 2048),
          Map.entry("RSASSA-PSS", 2048),
          Map.entry("DSA", 2048),
          Map.entry("DH", 2048),
          Map.entry("DIFFIEHELLMAN", 2048),
          Map.entry("ELGAMAL", 2048),
          Map.entry("EC", 224),
          Map.entry("ECDSA", 224),
          Map.entry("ECDH", 224),
          Map.entry("AES", 128),
          Map.entry("BLOWFISH", 128),
          Map.entry("RC4", 128),
          Map.entry("ARCFOUR", 128));
  private static final Pattern CURVE_SIZE =
      Pattern.compile("(?:secp|sect|prime|c2pnb|c2tnb|brainpoolP|[BKP]-)(\\d{2,3}).*");
  private final SourceFile file;
  private final Reporter report;

  private SmallKeysOldTls(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  static void find(SourceFile file, Reporter report) {
    SmallKeysOldTls search = new SmallKeysOldTls(file, report);
    for (Invocation use : ApiSet.usesIn(file, SIZES, PROTOCOLS, CURVES, SETTINGS)) {
      SIZES.find(use).ifPresent(api -> search.size(use, api));
      PROTOCOLS.find(use).ifPresent(api -> search.protocol(use, api));
      if (CURVES.matches(use).isYes()) {
        search.curve(use);
      } else if (SETTINGS.matches(use).isYes()) {
        search.setting(use);
      }
    }
  }

  private void size(Invocation use, Api api) {
    int index = api.number("arg", 0);
    OptionalLong bits =
        index < use.arguments().size()
            ? Algorithms.number(file, use.arguments().get(index))
            : OptionalLong.empty();
    String algorithm =
        Optional.ofNullable(api.attributes().get("algorithm")).orElseGet(() -> generated(use));
    int least = LEAST.getOrDefault(algorithm.toUpperCase(Locale.ROOT), 0);
    if (bits.isPresent() && bits.getAsLong() < least) {
      small(use, algorithm + " key", bits.getAsLong(), least);
    }
  }

  private void small(Invocation use, String key, long bits, int least) {
    report.at(
        use,
        WeakCryptoRule.SMALL_KEYS_OLD_TLS,
        use.shortName(),
        "makes a %s of %d bits, under %d".formatted(key, bits, least));
  }

  /** The algorithm of the generator that a call is made on; empty if unknown. */
  private String generated(Invocation use) {
    for (Expr source : sources(use.target())) {
      if (source instanceof Expr.Call made
          && made.name().equals("getInstance")
          && !made.arguments().isEmpty()) {
        return PossibleTexts.of(file, made.arguments().get(0)).stream()
            .map(PossibleTexts.Possible::text)
            .findFirst()
            .orElse("");
      }
    }
    return "";
  }

  private List<Expr> sources(Expr expr) {
    List<Expr> sources = new ArrayList<>();
    if (expr != null) {
      sources.add(expr);
      Variable variable = Bindings.of(file).declaration(expr).orElse(null);
      if (variable != null && variable.initializer() != null) {
        sources.add(variable.initializer());
      }
      if (variable != null) {
        Bindings.of(file).assignments(variable).forEach(each -> sources.add(each.value()));
      }
    }
    return sources;
  }

  private void curve(Invocation use) {
    String name = use.argument(0).flatMap(each -> Constants.of(file).text(each)).orElse("");
    Matcher size = CURVE_SIZE.matcher(name);
    if (size.matches() && Integer.parseInt(size.group(1)) < 224) {
      small(use, "curve", Integer.parseInt(size.group(1)), 224);
    }
  }

  private void protocol(Invocation use, Api api) {
    int from = api.number("arg", 0);
    for (int i = from; i < use.arguments().size(); i++) {
      String old = old(use.arguments().get(i)).orElse(null);
      if (old != null) {
        allowed(use, old);
        return;
      }
    }
  }

  private void allowed(Invocation use, String protocol) {
    boolean isName = protocol.equalsIgnoreCase("SSL");
    report
        .at(
            use,
            WeakCryptoRule.SMALL_KEYS_OLD_TLS,
            use.shortName(),
            "allows " + protocol + ", which is broken")
        .confidence(isName ? Confidence.MEDIUM : Confidence.HIGH);
  }

  /**
   * The first old version that an argument names: a text, a constant of an enum, an array of them.
   */
  private Optional<String> old(Expr argument) {
    Set<Object> given = FixedArguments.of(file).values(argument);
    if (given.stream().anyMatch(String.class::isInstance)) {
      return given.stream().map(Object::toString).filter(SmallKeysOldTls::isOld).findFirst();
    }
    for (Expr each : sources(argument)) {
      List<Expr> elements =
          each instanceof Expr.NewArray array && array.initializer() != null
              ? array.initializer().elements()
              : each instanceof Expr.ArrayInitializer written ? written.elements() : List.of(each);
      for (Expr element : elements) {
        Optional<String> old = oldName(element);
        if (old.isPresent()) {
          return old;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> oldName(Expr element) {
    String constant = Names.of(element);
    boolean isEnum = element instanceof Expr.FieldAccess && OLD.contains(constant);
    return isEnum
        ? Optional.of(constant)
        : Algorithms.weak(file, element, false, SmallKeysOldTls::isOld);
  }

  private static boolean isOld(String protocol) {
    return OLD.contains(protocol.toUpperCase(Locale.ROOT));
  }

  private void setting(Invocation use) {
    Constants constants = Constants.of(file);
    String name = constants.text(use.arguments().get(0)).orElse("");
    String value = constants.text(use.arguments().get(1)).orElse("");
    if (PROTOCOL_SETTINGS.contains(name)) {
      for (String each : value.split("[,\\s]+")) {
        if (isOld(each)) {
          allowed(use, each);
          return;
        }
      }
    }
  }
}
