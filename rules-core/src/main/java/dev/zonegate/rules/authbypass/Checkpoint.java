package dev.zonegate.rules.authbypass;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Callers;
import dev.zonegate.match.Constants;
import dev.zonegate.match.Rejections;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Vocabulary;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of method that a caller must pass. */
enum Checkpoint {
  /** Says yes or no. */
  DECISION,
  /** Spring MVC's interceptor, which says yes or no. */
  INTERCEPTOR,
  /** Hands the request on down a chain. */
  FILTER,
  /** Jakarta REST's filter, which lets pass what it does not abort. */
  REQUEST_FILTER,
  /** Returns who somebody is. */
  AUTHENTICATION;

  private static final TypeSet AUTHENTICATIONS =
      TypeSet.of("org.springframework.security.core.Authentication");
  private static final TypeSet REQUEST_CONTEXT =
      TypeSet.of("jakarta.ws.rs.container.ContainerRequestContext");
  private static final Vocabulary SECURITY = Vocabulary.load("security/check-subjects.words");
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)(proxy-)?authorization|x-(?!csrf|xsrf).*(key|token|auth|signature|secret)|api-?key");
  private static final Pattern CHECK =
      Pattern.compile("(verify|authenticate|authorize|validate|check|isValid|require|ensure)\\w*");
  private static final Set<String> FILTERS =
      Set.of("doFilter", "doFilterInternal", "filter", "interceptCall");

  static Checkpoint of(SourceFile file, Decl.Method method) {
    String returned = returned(method);
    if (method.name().equals("preHandle") && returned.equals("boolean")) {
      return INTERCEPTOR;
    }
    if (FILTERS.contains(method.name())) {
      return isRequestFilter(method) ? REQUEST_FILTER : hasChain(method) ? FILTER : null;
    }
    if (method.returnType() != null
        && method.name().equals("authenticate")
        && AUTHENTICATIONS.contains(method.returnType().ref()).isYes()) {
      return AUTHENTICATION;
    }
    return isBoolean(method) && AccessChecks.isDecision(method.name()) ? DECISION : null;
  }

  boolean isFilter() {
    return this == FILTER;
  }

  /** Whether it returns whether the caller may pass. */
  boolean isVerdict() {
    return this == DECISION || this == INTERCEPTOR;
  }

  private static String returned(Decl.Method method) {
    return method.returnType() == null ? "" : method.returnType().ref().name();
  }

  private static boolean isBoolean(Decl.Method method) {
    TypeNode type = method.returnType();
    return type instanceof TypeNode.Named named && !named.arguments().isEmpty()
        ? named.arguments().get(0).ref().isNamed("java.lang.Boolean")
        : Set.of("boolean", "java.lang.Boolean").contains(returned(method));
  }

  private static boolean isRequestFilter(Decl.Method method) {
    return method.params().size() == 1
        && REQUEST_CONTEXT.contains(method.params().get(0).type().ref()).isYes();
  }

  private static boolean hasChain(Decl.Method method) {
    return !method.params().isEmpty()
        && chainType(method)
            .matches(".*(FilterChain|WebFilterChain|ServerCallHandler|HandlerFunction)");
  }

  private static String chainType(Decl.Method method) {
    return method.params().get(method.params().size() - 1).type().ref().name();
  }

  /** Whether the method checks access at all, and what fails is that check. */
  boolean isGuarding(SourceFile file, Decl.Method method, Node handler) {
    if (this == DECISION || this == AUTHENTICATION) {
      return true;
    }
    if (this == FILTER && fillsContext(file, method)) {
      // it leaves the caller anonymous, and a later rule turns anonymous callers away
      return setsAuthentication(file, handler);
    }
    return rejectsOutside(file, method, handler)
        || isAboutSecurity(file, method)
        || isVerifying(file, handler);
  }

  /** Whether what failed looked at the caller's credentials, or at who is calling. */
  private static boolean isVerifying(SourceFile file, Node handler) {
    if (!(file.parent(handler) instanceof Stmt.Try attempt)) {
      return false;
    }
    boolean isRead =
        file.allIn(attempt.body(), Expr.class).stream().anyMatch(each -> isCredential(file, each))
            || file.allIn(attempt.body(), Expr.Call.class).stream().anyMatch(Callers::isRead);
    return isRead
        && file.allIn(attempt.body(), Expr.Call.class).stream()
            .anyMatch(each -> CHECK.matcher(each.name()).matches());
  }

  /** The name of a header in which callers send what proves who they are. */
  private static boolean isCredential(SourceFile file, Expr expr) {
    boolean mayBeName = expr instanceof Expr.Literal || expr instanceof Expr.Name;
    return mayBeName
        && Constants.of(file).text(expr).filter(it -> CREDENTIAL.matcher(it).matches()).isPresent();
  }

  private static boolean fillsContext(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return setsAuthentication(file, type == null ? method : type);
  }

  private static boolean setsAuthentication(SourceFile file, Node part) {
    return file.allIn(part, Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.name().equals("setAuthentication")
                    || each.name().equals("withAuthentication")
                    || each.name().equals("withSecurityContext"));
  }

  private static boolean rejectsOutside(SourceFile file, Decl.Method method, Node handler) {
    for (Expr.Call each : file.allIn(method.body(), Expr.Call.class)) {
      if (Rejections.is(file, each) && !handler.span().contains(each.span())) {
        return true;
      }
    }
    return file.allIn(method.body(), Stmt.Return.class).stream()
        .anyMatch(
            each ->
                (isFalse(each.value()) || isVerdict(file, each.value()))
                    && !handler.span().contains(each.span()));
  }

  /** {@code return keys.isValid(request.getHeader("X-Api-Key"))}. */
  static boolean isVerdict(SourceFile file, Expr value) {
    return value instanceof Expr.Call call
        && CHECK.matcher(call.name()).matches()
        && file.allIn(value, Expr.class).stream().anyMatch(each -> isCredential(file, each));
  }

  private static boolean isAboutSecurity(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null && SECURITY.isIn(type.name());
  }

  /** The places in {@code part} where the caller passes. */
  List<? extends Node> passing(SourceFile file, Stmt part) {
    if (this == FILTER) {
      return file.allIn(part, Expr.Call.class).stream().filter(each -> isPass(file, each)).toList();
    }
    return file.allIn(part, Stmt.Return.class).stream()
        .filter(each -> each.value() != null && isPass(file, each.value()))
        .toList();
  }

  boolean isPass(SourceFile file, Expr value) {
    return switch (this) {
      case FILTER -> value instanceof Expr.Call call && isOnward(call);
      case DECISION, INTERCEPTOR -> isYes(value);
      case AUTHENTICATION -> !isNull(value) && !isFailure(value);
      case REQUEST_FILTER -> false;
    };
  }

  private static boolean isOnward(Expr.Call call) {
    boolean isNamed = Set.of("doFilter", "filter", "startCall", "handle").contains(call.name());
    return isNamed
        && call.target() != null
        && call.target()
            .type()
            .name()
            .matches(".*(FilterChain|WebFilterChain|ServerCallHandler|HandlerFunction)");
  }

  static boolean isYes(Expr value) {
    return isTrue(value) || isTrueWrapped(value);
  }

  static boolean isTrue(Expr value) {
    return value instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value())
        || value instanceof Expr.FieldAccess access && access.name().equals("TRUE");
  }

  /** {@code Mono.just(true)}, {@code CompletableFuture.completedFuture(true)}. */
  private static boolean isTrueWrapped(Expr value) {
    return value instanceof Expr.Call call
        && Set.of("just", "completedFuture", "of", "item").contains(call.name())
        && call.arguments().stream().anyMatch(Checkpoint::isTrue);
  }

  private static boolean isFalse(Expr value) {
    return value instanceof Expr.Literal literal && Boolean.FALSE.equals(literal.value());
  }

  private static boolean isNull(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }

  private static boolean isFailure(Expr value) {
    return value instanceof Expr.Call call
        && call.name().matches("(?s).*(unauthenticated|anonymous|fail|error|empty).*");
  }
}
