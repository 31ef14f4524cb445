package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what selects requests in a security configuration, and what is decided about them. */
final class RequestMatchers {
  private static final Set<String> MATCHERS =
      Set.of(
          "requestMatchers",
          "antMatchers",
          "mvcMatchers",
          "regexMatchers",
          "pathMatchers",
          "matchers",
          "anyRequest",
          "anyExchange",
          "dispatcherTypeMatchers");
  private static final Set<String> EVERYTHING = Set.of("anyRequest", "anyExchange");
  private static final Set<String> AUTHORIZATIONS =
      Set.of("authorizeHttpRequests", "authorizeRequests", "authorizeExchange");
  private static final Map<String, AccessRule.Access> DECISIONS =
      Map.ofEntries(
          Map.entry("permitAll", AccessRule.Access.OPEN),
          Map.entry("anonymous", AccessRule.Access.OPEN),
          Map.entry("denyAll", AccessRule.Access.DENIED),
          Map.entry("authenticated", AccessRule.Access.AUTHENTICATED),
          Map.entry("fullyAuthenticated", AccessRule.Access.AUTHENTICATED),
          Map.entry("rememberMe", AccessRule.Access.AUTHENTICATED),
          Map.entry("hasRole", AccessRule.Access.RESTRICTED),
          Map.entry("hasAnyRole", AccessRule.Access.RESTRICTED),
          Map.entry("hasAllRoles", AccessRule.Access.RESTRICTED),
          Map.entry("hasAuthority", AccessRule.Access.RESTRICTED),
          Map.entry("hasAnyAuthority", AccessRule.Access.RESTRICTED),
          Map.entry("hasAllAuthorities", AccessRule.Access.RESTRICTED),
          Map.entry("hasIpAddress", AccessRule.Access.RESTRICTED));
  private static final Set<String> MADE =
      Set.of("antMatcher", "pattern", "pathPattern", "matcher", "pathMatchers");
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

  private final SourceFile file;

  RequestMatchers(SourceFile file) {
    this.file = file;
  }

  static boolean isMatcher(Expr.Call call) {
    return MATCHERS.contains(call.name());
  }

  static boolean isAuthorization(Expr.Call call) {
    return AUTHORIZATIONS.contains(call.name());
  }

  /** The rule that {@code decision} completes. */
  Optional<AccessRule> rule(Expr.Call decision) {
    if (!(decision.target() instanceof Expr.Call matcher) || !isMatcher(matcher)) {
      return Optional.empty();
    }
    if (matcher.name().equals("dispatcherTypeMatchers")
        && !file.text(matcher).contains("REQUEST")) {
      // what the program forwards to itself has been let in before
      return Optional.empty();
    }
    AccessRule.Access access = DECISIONS.get(decision.name());
    if (access == null) {
      return decision.name().equals("access")
          ? Optional.of(rule(matcher, decision, expression(decision)))
          : Optional.empty();
    }
    return Optional.of(rule(matcher, decision, access));
  }

  AccessRule rule(Expr.Call matcher, Expr.Call decision, AccessRule.Access access) {
    if (EVERYTHING.contains(matcher.name())) {
      return new AccessRule(matcher, decision, List.of("/**"), List.of(), access);
    }
    List<String> own =
        matcher.arguments().stream().map(this::verb).filter(VERBS::contains).toList();
    boolean isVerbOnly = !own.isEmpty() && own.size() == matcher.arguments().size();
    List<String> verbs = own.isEmpty() ? inner(matcher) : own;
    List<String> paths =
        isVerbOnly
            ? List.of("/**")
            : matcher.name().equals("regexMatchers")
                    || matcher.name().equals("dispatcherTypeMatchers")
                ? List.of()
                : paths(matcher);
    return new AccessRule(matcher, decision, paths, verbs, access);
  }

  /** The HTTP methods that the matchers handed over name; none if one of them names none. */
  private List<String> inner(Expr.Call matcher) {
    List<String> verbs = new ArrayList<>();
    for (Expr each : matcher.arguments()) {
      List<Expr> arguments =
          each instanceof Invocation use && !(each instanceof Expr.MethodReference)
              ? use.arguments()
              : List.of();
      List<String> some =
          arguments.stream()
              .map(part -> Constants.of(file).text(part).orElseGet(() -> verb(part)))
              .filter(VERBS::contains)
              .toList();
      if (some.isEmpty()) {
        return List.of();
      }
      verbs.addAll(some);
    }
    return List.copyOf(verbs);
  }

  private AccessRule.Access expression(Expr.Call access) {
    String text =
        access.arguments().isEmpty()
            ? ""
            : Constants.of(file).text(access.arguments().get(0)).orElse("");
    return switch (text.strip()) {
      case "permitAll", "permitAll()" -> AccessRule.Access.OPEN;
      case "denyAll", "denyAll()" -> AccessRule.Access.DENIED;
      case "isAuthenticated()" -> AccessRule.Access.AUTHENTICATED;
      default -> AccessRule.Access.RESTRICTED;
    };
  }

  private String verb(Expr argument) {
    if (argument instanceof Expr.FieldAccess access) {
      return access.name();
    }
    return argument instanceof Expr.Name name ? name.name() : "";
  }

  /** The paths that the arguments of a matcher name; empty if one is not known. */
  List<String> paths(Expr.Call matcher) {
    List<String> paths = new ArrayList<>();
    for (Expr each : matcher.arguments()) {
      if (VERBS.contains(verb(each)) || isNull(each)) {
        continue;
      }
      List<String> some = paths(each);
      if (some.isEmpty()) {
        return List.of();
      }
      paths.addAll(some);
    }
    return List.copyOf(paths);
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }

  private List<String> paths(Expr argument) {
    Optional<String> text = Constants.of(file).text(argument);
    if (text.isPresent()) {
      return List.of(text.get());
    }
    if (argument instanceof Expr.Call call) {
      return MADE.contains(call.name()) ? below(base(call), paths(call)) : known(call);
    }
    if (argument instanceof Expr.New made) {
      boolean isPath = made.created().ref().simpleName().matches("(Ant|Mvc|PathPattern).*Matcher");
      return isPath && !made.arguments().isEmpty() ? paths(made.arguments().get(0)) : List.of();
    }
    if (argument instanceof Expr.Lambda lambda) {
      return lambdaPaths(lambda);
    }
    return elements(argument);
  }

  /** What {@code PathPatternRequestMatcher.withDefaults().basePath("/api")} puts before. */
  private String base(Expr.Call matcher) {
    return matcher.target() instanceof Expr.Call before
            && before.name().equals("basePath")
            && !before.arguments().isEmpty()
        ? Constants.of(file).text(before.arguments().get(0)).orElse("")
        : "";
  }

  private static List<String> below(String base, List<String> paths) {
    return base.isEmpty()
        ? paths
        : paths.stream().map(each -> UrlPattern.join(base, each)).toList();
  }

  /** The matchers that Spring Boot makes. */
  private List<String> known(Expr.Call call) {
    return switch (call.name()) {
      case "toAnyEndpoint" -> List.of("/actuator/**");
      case "toLinks" -> List.of("/actuator");
      case "toH2Console" -> List.of("/h2-console/**");
      case "atCommonLocations" ->
          List.of("/css/**", "/js/**", "/images/**", "/webjars/**", "/favicon.*");
      case "to" -> isEndpointRequest(call) ? endpoints(call) : List.of();
      default -> List.of();
    };
  }

  private static boolean isEndpointRequest(Expr.Call call) {
    return call.target() != null && call.target().type().simpleName().equals("EndpointRequest");
  }

  private List<String> endpoints(Expr.Call call) {
    List<String> paths = new ArrayList<>();
    for (Expr each : call.arguments()) {
      String id =
          each instanceof Expr.ClassLiteral literal
              ? literal.named().ref().simpleName().replace("Endpoint", "").toLowerCase(Locale.ROOT)
              : Constants.of(file).text(each).orElse("");
      if (id.isEmpty()) {
        return List.of();
      }
      paths.add("/actuator/" + id);
      paths.add("/actuator/" + id + "/**");
    }
    return paths;
  }

  private List<String> lambdaPaths(Expr.Lambda lambda) {
    List<String> paths = new ArrayList<>();
    for (Expr.Call each : file.allIn(lambda.body(), Expr.Call.class)) {
      if (isMatcher(each)) {
        paths.addAll(paths(each));
      }
    }
    return paths;
  }

  private List<String> elements(Expr argument) {
    Expr array = argument;
    if (argument instanceof Expr.Name || argument instanceof Expr.FieldAccess) {
      array =
          Bindings.of(file)
              .declaration(argument)
              .filter(each -> Bindings.of(file).isAssignedOnce(each))
              .map(Variable::initializer)
              .orElse(null);
    }
    if (array instanceof Expr.NewArray made) {
      array = made.initializer();
    }
    if (!(array instanceof Expr.ArrayInitializer list)) {
      return List.of();
    }
    List<String> paths = new ArrayList<>();
    for (Expr each : list.elements()) {
      Optional<String> text = Constants.of(file).text(each);
      if (text.isEmpty()) {
        return List.of();
      }
      paths.add(text.get());
    }
    return paths;
  }
}
