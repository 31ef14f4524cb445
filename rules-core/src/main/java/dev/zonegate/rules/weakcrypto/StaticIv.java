package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.List;

/** Finds start values of ciphers that are not fresh for each message. */
final class StaticIv {
  private static final ApiSet SPECS = ApiSet.load("crypto/ivs.api");
  private static final ApiSet FRESH =
      ApiSet.of(
          "java.util.Random#nextBytes",
          "java.security.SecureRandom#generateSeed",
          "java.security.SecureRandom#getSeed");
  private final SourceFile file;

  private StaticIv(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    StaticIv search = new StaticIv(file);
    for (Invocation use : SPECS.usesIn(file)) {
      Api api = SPECS.find(use).orElse(null);
      if (api != null && api.number("arg", 0) < use.arguments().size()) {
        search.check(use, use.arguments().get(api.number("arg", 0)), report);
      }
    }
  }

  private void check(Invocation use, Expr bytes, Reporter report) {
    String fault =
        switch (FixedBytes.of(file, bytes)) {
          case SAME -> "starts each message with the same bytes";
          case ZERO -> "starts each message with zeros";
          case KEY -> "starts each message with bytes of the key";
          case TIME -> "starts with the time, which repeats";
          case UNKNOWN -> "";
        };
    if (!fault.isEmpty()) {
      report.at(use, WeakCryptoRule.STATIC_IV, use.shortName(), fault);
    } else if (isDrawnOnce(use, bytes)) {
      report
          .at(
              use,
              WeakCryptoRule.STATIC_IV,
              use.shortName(),
              "starts each message with the bytes of one field")
          .confidence(Confidence.MEDIUM);
    }
  }

  /** A field that is filled when its object is made, and read by a method that encrypts. */
  private boolean isDrawnOnce(Invocation use, Expr bytes) {
    Variable variable = Bindings.of(file).declaration(bytes).orElse(null);
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    if (!(variable instanceof Decl.Field field) || method == null || method.isConstructor()) {
      return false;
    }
    boolean isEncrypting =
        file.allIn(method, Expr.Call.class).stream()
            .filter(call -> call.name().equals("init"))
            .anyMatch(call -> file.text(call).contains("ENCRYPT_MODE"));
    return isEncrypting && isFilledAtStart(field);
  }

  private boolean isFilledAtStart(Decl.Field field) {
    boolean isDrawn = field.initializer() != null && isDraw(field.initializer());
    for (Expr each : Bindings.of(file).uses(field)) {
      Expr.Call call = file.parent(each) instanceof Expr.Call it ? it : null;
      boolean isFill = call != null && FRESH.matches(call).isYes();
      boolean isAssigned =
          file.parent(each) instanceof Expr.Assign assign && assign.assigned() == each;
      if (isFill || isAssigned) {
        if (!isAtStart(each)) {
          return false;
        }
        isDrawn |= isFill;
      }
    }
    return isDrawn;
  }

  private boolean isDraw(Expr value) {
    if (!(value instanceof Expr.Call call)) {
      return false;
    }
    Decl.Method method = Methods.of(file).declaration(call).orElse(null);
    List<Expr.Call> inside =
        method == null || method.body() == null
            ? List.of(call)
            : file.allIn(method.body(), Expr.Call.class);
    return inside.stream().anyMatch(each -> FRESH.matches(each).isYes());
  }

  private boolean isAtStart(Expr use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    return method == null || method.isConstructor();
  }
}
