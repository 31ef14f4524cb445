package dev.zonegate.rules.weakcrypto;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.RequestData;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Report;
import dev.zonegate.rule.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds proofs of identity compared by something that takes longer the more of them is right. */
final class TimingCompare {
  private static final ApiSet COMPARISONS = ApiSet.load("crypto/comparisons.api");
  private static final ApiSet COMPUTED = ApiSet.load("crypto/authenticators.api");
  private static final Vocabulary PROOFS = Vocabulary.load("crypto/proof-names.words");
  private static final Vocabulary BARE = Vocabulary.load("crypto/bare-proof-names.words");
  private static final Vocabulary OTHER = Vocabulary.load("crypto/other-comparisons.words");
  private static final Vocabulary LANGUAGES = Vocabulary.load("crypto/text-processing.words");
  private static final Vocabulary EXPECTED = Vocabulary.load("crypto/expected-names.words");
  private static final Pattern CHECK =
      Pattern.compile("(isValid|check|verify|validate|authenticate).*");
  private static final Set<String> COMPUTING =
      Set.of("compute", "calculate", "calc", "generate", "create", "make", "build", "sign");
  private final SourceFile file;

  private TimingCompare(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    TimingCompare search = new TimingCompare(file);
    for (Expr.Call call : COMPARISONS.callsIn(file)) {
      if (COMPARISONS.matches(call).isYes()) {
        search.check(call, report);
      }
    }
  }

  private void check(Expr.Call call, Reporter report) {
    List<Expr> arguments = call.arguments();
    Expr left = arguments.size() == 1 ? call.target() : call.argument(0).orElse(null);
    Expr right = call.argument(arguments.size() - 1).orElse(null);
    if (left == null || !isSecretText(left) || !isSecretText(right) || isOfObjects(call)) {
      return;
    }
    boolean isSure = isComputed(left) || isComputed(right);
    if (isSure || isProof(left, right)) {
      Report made =
          report
              .at(call, WeakCryptoRule.TIMING_COMPARE, call.shortName())
              .confidence(isSure ? Confidence.HIGH : Confidence.MEDIUM);
      ConstantTime.of(file, call).ifPresent(made::fix);
    }
  }

  /** Whether it is text or bytes, and not fixed. */
  private boolean isSecretText(Expr expr) {
    boolean isFixed = expr instanceof Expr.Literal || !Constants.of(file).values(expr).isEmpty();
    boolean isText =
        expr.type()
            .isAnyOf("java.lang.String", "java.lang.CharSequence", "byte[]", "char[]")
            .isYes();
    return isText && !isFixed;
  }

  /** {@code equals(Object)} and {@code compareTo} compare what both already know. */
  private boolean isOfObjects(Expr.Call call) {
    Decl.Method method = file.enclosing(call, Decl.Method.class);
    boolean isEquality =
        method != null && (method.name().equals("equals") || method.name().equals("compareTo"));
    return isEquality || Names.around(file, call).stream().anyMatch(LANGUAGES::isIn);
  }

  private boolean isComputed(Expr expr) {
    return file.allIn(initial(expr), Invocation.class).stream()
        .anyMatch(
            each ->
                COMPUTED.matches(each).isYes()
                    || computesInside(each)
                    || !each.arguments().isEmpty() && computesProof(each.name()));
  }

  private boolean computesInside(Invocation use) {
    Decl.Method method = Methods.of(file).declaration(use).orElse(null);
    return method != null
        && method.body() != null
        && file.allIn(method.body(), Invocation.class).stream()
            .anyMatch(each -> COMPUTED.matches(each).isYes());
  }

  /** {@code sign(body)}, {@code computeSignature(body)}, {@code hmacSha256(body)}. */
  private static boolean computesProof(String method) {
    List<String> words = Words.of(method);
    boolean isProof = words.contains("signature") || words.contains("mac");
    return words.contains("hmac")
        || words.equals(List.of("sign"))
        || isProof && COMPUTING.contains(words.get(0));
  }

  private Expr initial(Expr expr) {
    Variable variable = Bindings.of(file).declaration(expr).orElse(null);
    if (variable == null || variable instanceof Decl.Field) {
      return expr;
    }
    List<Expr.Assign> assignments = Bindings.of(file).assignments(variable);
    if (assignments.size() == 1) {
      return assignments.get(0).value();
    }
    return variable.initializer() == null ? expr : variable.initializer();
  }

  private boolean isProof(Expr left, Expr right) {
    if (OTHER.isIn(Names.of(left)) || OTHER.isIn(Names.of(right))) {
      return false;
    }
    boolean isNamed = PROOFS.isNamed(Names.of(left)) || PROOFS.isNamed(Names.of(right));
    boolean isBareLeft = BARE.isNamed(Names.of(left));
    boolean isBareRight = BARE.isNamed(Names.of(right));
    if (isBareLeft && isBareRight) {
      return !isFormEntry(left, right);
    }
    return isNamed
        || (isBareLeft || isBareRight) && (isSent(left) || isSent(right))
        || (isBareLeft && isExpected(right) || isBareRight && isExpected(left)) && isInCheck(left);
  }

  private static boolean isExpected(Expr expr) {
    return EXPECTED.isIn(Names.of(expr));
  }

  private boolean isInCheck(Expr compared) {
    Decl.Method method = file.enclosing(compared, Decl.Method.class);
    return method != null && CHECK.matcher(method.name()).matches();
  }

  /** Two names that differ by a number, two properties of one object. */
  private boolean isFormEntry(Expr left, Expr right) {
    boolean isPlain = left instanceof Expr.Name && right instanceof Expr.Name;
    boolean isSame = Words.of(Names.of(left)).equals(Words.of(Names.of(right)));
    return isPlain && isSame || owner(left).isPresent() && owner(left).equals(owner(right));
  }

  private Optional<String> owner(Expr expr) {
    if (expr instanceof Expr.Call call && call.target() != null) {
      return Optional.of(file.text(call.target()));
    }
    return expr instanceof Expr.FieldAccess access
        ? Optional.of(file.text(access.target()))
        : Optional.empty();
  }

  private boolean isSent(Expr expr) {
    Expr initial = initial(expr);
    boolean isRead =
        file.allIn(initial, Invocation.class).stream().anyMatch(RequestData::isReturnedBy);
    return isRead
        || Bindings.of(file)
            .declaration(expr)
            .filter(it -> RequestData.isHeldBy(it, file))
            .isPresent();
  }
}
