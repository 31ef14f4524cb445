package dev.zonegate.rules.authbypass;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Guards;
import dev.zonegate.match.Profiles;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds cross-origin rules that trust every site. */
final class WildcardCors {
  private static final TypeSet CROSS_ORIGIN =
      TypeSet.of("=org.springframework.web.bind.annotation.CrossOrigin");
  private static final TypeSet PRINCIPALS = TypeSet.load("security/principals.types");
  private static final Set<String> ORIGINS =
      Set.of(
          "allowedOrigins",
          "allowedOriginPatterns",
          "addAllowedOrigin",
          "addAllowedOriginPattern",
          "setAllowedOrigins",
          "setAllowedOriginPatterns");
  private static final Set<String> CREDENTIALS = Set.of("allowCredentials", "setAllowCredentials");
  private static final Set<String> HEADERS =
      Set.of("setHeader", "addHeader", "header", "set", "add", "putSingle", "put");
  private static final String OWN_SETTER = "setAccessControlAllow";

  /** What a page of another site can do, by what it has to show for the user. */
  private enum Reach {
    COOKIES("with the user's cookies"),
    TOKEN("with a token it got hold of"),
    NOTHING("and read the answers");

    private final String text;

    Reach(String text) {
      this.text = text;
    }
  }

  private final SourceFile file;
  private final Reporter report;

  WildcardCors(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
  }

  void find() {
    file.all(Annotation.class).stream()
        .filter(each -> CROSS_ORIGIN.contains(each.type()).isYes())
        .forEach(this::check);
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (ORIGINS.contains(call.name()) && call.arguments().stream().anyMatch(this::isWildcard)) {
        report(call, call.shortName(), reach(hasCredentials(call)));
      } else if (isReflected(call)) {
        report(call, call.shortName(), reach(answersWithCredentials(call)));
      }
    }
  }

  private static Reach reach(boolean isWithCredentials) {
    return isWithCredentials ? Reach.COOKIES : Reach.NOTHING;
  }

  /** Browsers send cookies only where the answer allows it; a login in a header is never sent. */
  private void report(Node at, String text, Reach reach) {
    if (Profiles.isForTests(file, at)) {
      return;
    }
    var found = report.at(at, AuthBypassRule.WILDCARD_CORS, text, reach.text);
    if (reach != Reach.COOKIES) {
      found.severity(Severity.NOTE).confidence(Confidence.LOW);
    }
  }

  private void check(Annotation annotation) {
    Expr origins = annotation.argument("origins");
    origins = origins == null ? annotation.argument("value") : origins;
    Expr patterns = annotation.argument("originPatterns");
    boolean isOpen =
        origins == null && patterns == null
            || origins != null && isWildcard(origins)
            || patterns != null && isWildcard(patterns);
    if (isOpen) {
      Reach reach =
          isTrue(annotation.argument("allowCredentials"))
              ? Reach.COOKIES
              : isOnGuarded(annotation) ? Reach.TOKEN : Reach.NOTHING;
      report(annotation, "@" + annotation.name(), reach);
    }
  }

  private boolean isTrue(Expr value) {
    return value != null
        && Constants.of(file)
            .value(value)
            .filter(each -> each.toString().equals("true"))
            .isPresent();
  }

  /** Whether what carries the annotation asks who the caller is. */
  private boolean isOnGuarded(Annotation annotation) {
    Node carrier = file.parent(annotation);
    Decl.Type type =
        carrier instanceof Decl.Type own ? own : file.enclosing(annotation, Decl.Type.class);
    if (type == null) {
      return false;
    }
    List<Decl.Method> methods =
        carrier instanceof Decl.Method one ? List.of(one) : file.allIn(type, Decl.Method.class);
    return restricts(AccessChecks.guardIn(type.annotations()))
        || methods.stream().anyMatch(WildcardCors::knowsCaller);
  }

  private static boolean knowsCaller(Decl.Method method) {
    return restricts(AccessChecks.guardIn(method.annotations()))
        || method.params().stream()
            .anyMatch(
                each ->
                    PRINCIPALS.annotationIn(each.annotations()) != null
                        || each.type() != null && PRINCIPALS.contains(each.type().ref()).isYes());
  }

  private static boolean restricts(Annotation guard) {
    return guard != null
        && !guard.name().matches("(?s).*(PermitAll|Anonymous|Ignore|Guest|Public).*");
  }

  private boolean isWildcard(Expr origins) {
    return hasWildcard(origins)
        || Bindings.of(file)
            .declaration(origins)
            .filter(each -> Bindings.of(file).isAssignedOnce(each))
            .map(Variable::initializer)
            .filter(this::hasWildcard)
            .isPresent();
  }

  private boolean hasWildcard(Expr origins) {
    return file.allIn(origins, Expr.class).stream()
        .anyMatch(
            each ->
                Constants.of(file)
                    .text(each)
                    .filter(text -> text.equals("*") || text.equals("http*://*"))
                    .isPresent());
  }

  private boolean hasCredentials(Expr.Call origins) {
    Decl.Method method = file.enclosing(origins, Decl.Method.class);
    Node around = method == null ? file.unit() : method;
    return file.allIn(around, Expr.Call.class).stream()
        .anyMatch(
            each ->
                CREDENTIALS.contains(each.name())
                    && each.arguments().stream().anyMatch(a -> isTrue(a) || Checkpoint.isTrue(a))
                    && isSameConfiguration(each, origins));
  }

  /** Whether two settings are made on one chain of calls or on one variable. */
  private boolean isSameConfiguration(Expr.Call one, Expr.Call other) {
    Expr root = root(one);
    Expr otherRoot = root(other);
    Optional<Variable> variable = Bindings.of(file).declaration(root);
    return variable.isEmpty()
        ? root == otherRoot || root.span().equals(otherRoot.span())
        : variable.equals(Bindings.of(file).declaration(otherRoot))
            && (one.span().contains(other.span())
                || other.span().contains(one.span())
                || one.target() == root);
  }

  private static Expr root(Expr.Call call) {
    Expr root = call;
    while (root instanceof Expr.Call inner && inner.target() != null) {
      root = inner.target();
    }
    return root;
  }

  /** {@code setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"))}, unchecked. */
  private boolean isReflected(Expr.Call call) {
    Expr value = header(call, "Origin");
    return value != null
        && isOrigin(value)
        && Guards.of(file).holdingAt(call).stream().noneMatch(each -> isListed(each.test(), value));
  }

  /** What a call gives the header {@code Access-Control-Allow-...}; null if it sets another. */
  private Expr header(Expr.Call call, String allowed) {
    List<Expr> arguments = call.arguments();
    if (call.name().equals(OWN_SETTER + allowed) && arguments.size() == 1) {
      return arguments.get(0);
    }
    boolean isSet =
        HEADERS.contains(call.name())
            && arguments.size() == 2
            && isText(arguments.get(0), "Access-Control-Allow-" + allowed);
    return isSet ? arguments.get(1) : null;
  }

  /** Whether a header beside {@code origins} lets the browser send cookies. */
  private boolean answersWithCredentials(Expr.Call origins) {
    Decl.Type type = file.enclosing(origins, Decl.Type.class);
    return type != null
        && file.allIn(type, Expr.Call.class).stream()
            .map(each -> header(each, "Credentials"))
            .anyMatch(this::isTrue);
  }

  private boolean isOrigin(Expr value) {
    if (value instanceof Expr.Call call) {
      return call.arguments().stream().anyMatch(each -> isText(each, "Origin"))
          || call.name().equals("getOrigin");
    }
    return Bindings.of(file)
        .declaration(value)
        .filter(each -> Bindings.of(file).isAssignedOnce(each))
        .map(Variable::initializer)
        .filter(this::isOrigin)
        .isPresent();
  }

  private boolean isText(Expr expr, String text) {
    return Constants.of(file).text(expr).filter(text::equalsIgnoreCase).isPresent()
        || expr instanceof Expr.FieldAccess access
            && access.name().equals(text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  /** Whether a condition looks at the origin for more than whether it is there. */
  private boolean isListed(Expr test, Expr value) {
    String origin = file.text(value);
    return file.allIn(test, Expr.Call.class).stream()
        .filter(
            each ->
                !each.name()
                    .matches(
                        "(isEmpty|isBlank|hasText|hasLength|nonNull|isNull|isNotBlank|isNotEmpty)"))
        .anyMatch(
            each ->
                each.arguments().stream().anyMatch(a -> file.text(a).equals(origin))
                    || each.target() != null && file.text(each.target()).equals(origin));
  }
}
