package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;

/** Calls that make functional routes, and what their handlers read. */
public final class RouteCalls {
  private static final TypeSet ROUTERS = TypeSet.load("web/routers.types");
  private static final TypeSet ROUTES = TypeSet.load("web/routes.types");
  private static final List<TypeRef> REQUESTS =
      List.of(
          TypeRef.named("org.springframework.web.reactive.function.server.ServerRequest"),
          TypeRef.named("org.springframework.web.servlet.function.ServerRequest"));
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> ROUTING = Set.of("route", "andRoute");

  private RouteCalls() {}

  /** Whether a method of this name makes a route, or a predicate of one, by its verb. */
  public static boolean isVerb(String name) {
    return VERBS.contains(name);
  }

  /**
   * Whether {@code call} makes a route: {@code .GET("/orders", handler::list)} or {@code
   * route(GET("/orders"), handler::list)}.
   */
  public static boolean isRoute(SourceFile file, Expr.Call call) {
    boolean isVerb = isVerb(call.name()) && call.target() != null && !call.arguments().isEmpty();
    boolean isRouting = ROUTING.contains(call.name()) && call.arguments().size() == 2;
    return (isVerb || isRouting) && isOfRouter(file, call);
  }

  /**
   * Whether {@code call} is one of a builder of routes: by its type, or, where nothing resolves
   * that, by what the method around it makes.
   */
  public static boolean isOfRouter(SourceFile file, Expr.Call call) {
    if (!call.receiverType().isUnknown()) {
      return ROUTERS.contains(call.receiverType()).isYes()
          || ROUTES.contains(call.receiverType()).isYes();
    }
    Decl.Method around = file.enclosing(call, Decl.Method.class);
    return around != null
        && around.returnType() != null
        && ROUTES.contains(around.returnType().ref()).isYes();
  }

  /**
   * Whether {@code use} is a call of one of {@code reads} on the request that a route hands to a
   * lambda whose parameter nothing gives a type.
   */
  static boolean isRead(SourceFile file, Invocation use, ApiSet reads) {
    if (!(use instanceof Expr.Call call && call.target() instanceof Expr.Name request)
        || call.method() != null) {
      return false;
    }
    Variable variable = Bindings.of(file).declaration(request).orElse(null);
    return variable instanceof Decl.Param param
        && param.type() == null
        && file.parent(param) instanceof Expr.Lambda handler
        && handler.params().size() == 1
        && file.parent(handler) instanceof Expr.Call route
        && route.target() != handler
        && isRoute(file, route)
        && REQUESTS.stream().anyMatch(each -> reads.find(each, call.name()).isPresent());
  }
}
