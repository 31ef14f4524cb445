package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Api;
import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Methods;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.Optional;

/** Finds tokens whose content is believed though nobody has looked at the signature. */
final class UnverifiedJwt {
  private static final ApiSet READERS = ApiSet.load("security/unverified-tokens.api");
  private static final ApiSet KEYS = ApiSet.load("security/signing-keys.api");
  private static final Vocabulary HARMLESS = Vocabulary.load("security/harmless-token-parts.words");
  private static final String UNCHECKED = "believes a token whose signature nobody checks";

  private final SourceFile file;
  private final Reporter report;

  UnverifiedJwt(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    if (report.isOn("verifiedUpstream")) {
      return;
    }
    for (Invocation use : ApiSet.usesIn(file, READERS, KEYS)) {
      READERS.find(use).ifPresent(api -> check(use, api));
      if (KEYS.matches(use).isYes() && use.arguments().stream().anyMatch(this::isLiteralKey)) {
        report.at(
            use,
            AuthBypassRule.UNVERIFIED_JWT,
            use.name(),
            "checks tokens with a key that everybody who has the source knows");
      }
    }
    file.all(Expr.Call.class).stream()
        .filter(this::decodesPayload)
        .filter(each -> !isVerified(each))
        .forEach(
            each -> report.at(each, AuthBypassRule.UNVERIFIED_JWT, each.shortName(), UNCHECKED));
  }

  private void check(Invocation use, Api api) {
    if (api.has("gives", "claims")) {
      report.at(use, AuthBypassRule.UNVERIFIED_JWT, use.shortName(), UNCHECKED);
      return;
    }
    Variable held = holder(use);
    if (isVerified(use)) {
      return;
    }
    boolean isReturned = isReturned(use) || held != null && isAnyReturned(held);
    if (believes(use, held)) {
      report.at(use, AuthBypassRule.UNVERIFIED_JWT, use.shortName(), UNCHECKED);
    } else if (isReturned && !verifiesAnything()) {
      report
          .at(use, AuthBypassRule.UNVERIFIED_JWT, use.shortName(), UNCHECKED)
          .severity(Severity.WARNING)
          .confidence(Confidence.LOW);
    }
  }

  private Variable holder(Node value) {
    Node parent = file.parent(value);
    if (parent instanceof Variable variable) {
      return variable;
    }
    return parent instanceof Expr.Assign assign
        ? Bindings.of(file).declaration(assign.assigned()).orElse(null)
        : null;
  }

  /** Whether something other than its header or its dates is read. */
  private boolean believes(Invocation use, Variable held) {
    if (held == null) {
      return file.parent(use) instanceof Expr.Call next && next.target() == use && isContent(next);
    }
    return Bindings.of(file).uses(held).stream()
        .anyMatch(
            each ->
                file.parent(each) instanceof Expr.Call next
                    && next.target() == each
                    && isContent(next));
  }

  private boolean isContent(Expr.Call part) {
    return !HARMLESS.isNamed(part.name()) && !isVerification(part) && !isLogged(part);
  }

  private boolean isLogged(Node node) {
    return file.parent(node) instanceof Expr.Call call
        && call.target() != null
        && call.target().type().isNamed("org.slf4j.Logger");
  }

  private boolean isReturned(Node value) {
    return file.parent(value) instanceof Stmt.Return;
  }

  private boolean isAnyReturned(Variable held) {
    return Bindings.of(file).uses(held).stream().anyMatch(this::isReturned);
  }

  /** Whether the method hands the token or what came of it to something that verifies. */
  private boolean isVerified(Invocation use) {
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    Node around = method == null ? file.unit() : method;
    return file.allIn(around, Expr.Call.class).stream()
        .anyMatch(each -> isVerification(each) || verifiesWithin(each));
  }

  /** {@code requireSigned(token)}, a method of the file that verifies what it is given. */
  private boolean verifiesWithin(Expr.Call call) {
    return !call.arguments().isEmpty()
        && Methods.of(file)
            .declaration(call)
            .filter(each -> each.body() != null)
            .filter(
                each ->
                    file.allIn(each.body(), Expr.Call.class).stream()
                        .anyMatch(UnverifiedJwt::isVerification))
            .isPresent();
  }

  private boolean verifiesAnything() {
    return file.all(Expr.Call.class).stream().anyMatch(UnverifiedJwt::isVerification);
  }

  private static boolean isVerification(Expr.Call call) {
    return call.name()
            .matches(
                "(verify|validate|check|process|authenticate)([A-Z].*)?|parseSignedClaims|parseClaimsJws|parseClaims|decodeAndVerify|introspect")
        && !call.name().matches("(?s).*(Expir|Param|Input|Format|NotNull|Arg).*");
  }

  private boolean isLiteralKey(Expr key) {
    return Constants.of(file).text(key).filter(text -> !text.contains("${")).isPresent()
        && !(key instanceof Expr.Name name && isInjected(name));
  }

  private boolean isInjected(Expr.Name name) {
    return Bindings.of(file)
        .declaration(name)
        .filter(each -> !each.annotations().isEmpty())
        .isPresent();
  }

  /** {@code Base64.getUrlDecoder().decode(token.split("\\.")[1])}. */
  private boolean decodesPayload(Expr.Call call) {
    return call.name().startsWith("decode")
        && !call.arguments().isEmpty()
        && isPayload(call.arguments().get(0));
  }

  private boolean isPayload(Expr argument) {
    if (argument instanceof Expr.Call call && call.name().equals("getBytes")) {
      return call.target() != null && isPayload(call.target());
    }
    Expr value = origin(argument);
    return value instanceof Expr.Index index
        && Constants.of(file).value(index.index()).filter(Integer.valueOf(1)::equals).isPresent()
        && origin(index.array()) instanceof Expr.Call split
        && split.name().equals("split")
        && split.arguments().stream()
            .anyMatch(each -> Constants.of(file).text(each).filter(this::isDot).isPresent())
        && isTokenName(split);
  }

  private boolean isDot(String separator) {
    return separator.equals("\\.") || separator.equals("[.]");
  }

  private boolean isTokenName(Expr.Call split) {
    String text = split.target() == null ? "" : file.text(split.target());
    return text.toLowerCase(java.util.Locale.ROOT).matches("(?s).*(token|jwt|bearer|auth|jws).*");
  }

  private Expr origin(Expr expr) {
    Optional<Expr> value =
        Bindings.of(file)
            .declaration(expr)
            .filter(each -> Bindings.of(file).isAssignedOnce(each))
            .map(Variable::initializer);
    return value.orElse(expr);
  }
}
