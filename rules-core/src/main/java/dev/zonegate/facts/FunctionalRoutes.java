package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.RouteCalls;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.UrlPattern;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads functional routes and the methods that answer their requests off a file. */
final class FunctionalRoutes {
  private static final TypeSet REQUESTS = TypeSet.load("web/route-requests.types");
  private static final Set<String> FILTERING = Set.of("filter", "before");

  private final SourceFile file;
  private final Consumer<Fact> facts;

  private FunctionalRoutes(SourceFile file, Consumer<Fact> facts) {
    this.file = file;
    this.facts = facts;
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    FunctionalRoutes reader = new FunctionalRoutes(file, facts);
    file.all(Decl.Method.class).forEach(reader::readHandler);
    file.all(Expr.Call.class).forEach(reader::readRoute);
  }

  private void readHandler(Decl.Method method) {
    boolean isHandler =
        method.params().size() == 1
            && method.params().get(0).type() != null
            && REQUESTS.contains(method.params().get(0).type().ref()).isYes();
    if (!isHandler || !(file.parent(method) instanceof Decl.Type type)) {
      return;
    }
    List<Guard> guards = new WrittenGuards(file).of(type, method);
    facts.accept(
        new RouteHandler(
            new HandlerMethod(file, type, method)
                .endpoint(Endpoint.Kind.ROUTE, List.of(), List.of(), guards)));
  }

  /** {@code .GET("/orders", handler::list)} and {@code route(GET("/orders"), handler::list)}. */
  private void readRoute(Expr.Call call) {
    int last = call.arguments().size() - 1;
    if (!RouteCalls.isRoute(file, call) || !isHandler(call.arguments().get(last))) {
      return;
    }
    boolean isVerb = RouteCalls.isVerb(call.name());
    Expr predicate = call.arguments().get(0);
    List<String> verbs = isVerb ? List.of(call.name()) : verbs(predicate);
    String path = isVerb ? last == 0 ? "" : text(predicate) : path(predicate);
    add(call, verbs, UrlPattern.join(prefix(call), path), call.arguments().get(last));
  }

  private static boolean isHandler(Expr argument) {
    return argument instanceof Expr.MethodReference
        || argument instanceof Expr.Lambda
        || argument instanceof Expr.Name
        || argument instanceof Expr.Call
        || argument instanceof Expr.New;
  }

  /** The methods that a predicate asks for, {@code GET("/x").and(accept(JSON))}. */
  private List<String> verbs(Expr predicate) {
    List<String> verbs = new ArrayList<>();
    for (Expr.Call each : file.allIn(predicate, Expr.Call.class)) {
      if (RouteCalls.isVerb(each.name())) {
        verbs.add(each.name());
      } else if (each.name().equals("method") && !each.arguments().isEmpty()) {
        String verb = file.text(each.arguments().get(0));
        verbs.add(verb.substring(verb.lastIndexOf('.') + 1));
      }
    }
    return verbs;
  }

  private String path(Expr predicate) {
    return file.allIn(predicate, Expr.Call.class).stream()
        .filter(each -> RouteCalls.isVerb(each.name()) || each.name().equals("path"))
        .filter(each -> !each.arguments().isEmpty())
        .map(each -> text(each.arguments().get(0)))
        .findFirst()
        .orElse("");
  }

  private String text(Expr path) {
    return Constants.of(file).text(path).orElse("?");
  }

  private void add(Expr.Call call, List<String> verbs, String path, Expr handler) {
    Decl.Type around = file.enclosing(call, Decl.Type.class);
    Decl.Method bean = file.enclosing(call, Decl.Method.class);
    String type = around == null ? "" : around.qualifiedName();
    String method = bean == null ? "" : bean.name();
    if (handler instanceof Expr.MethodReference reference) {
      type = reference.receiverType().isUnknown() ? type : reference.receiverType().name();
      method = reference.name();
    } else if (handler instanceof Expr.Lambda lambda && handed(lambda) != null) {
      type = handed(lambda).receiverType().name();
      method = handed(lambda).name();
    }
    facts.accept(
        new Route(
            new Endpoint(
                file.path(),
                call.nameSpan(),
                Endpoint.Kind.ROUTE,
                verbs,
                List.of(path),
                type,
                method,
                List.of(),
                List.of(),
                false,
                false,
                filter(bean))));
  }

  /** {@code request -> handler.list(request)}. */
  private Expr.Call handed(Expr.Lambda lambda) {
    Node body = lambda.body() instanceof Stmt.Expression only ? only.expression() : lambda.body();
    boolean isHanded =
        body instanceof Expr.Call call
            && call.arguments().size() == 1
            && lambda.params().size() == 1
            && call.arguments().get(0) instanceof Expr.Name name
            && name.name().equals(lambda.params().get(0).name())
            && !call.receiverType().isUnknown();
    return isHanded ? (Expr.Call) body : null;
  }

  /** What sees the requests first. */
  private List<Guard> filter(Decl.Method bean) {
    if (bean == null) {
      return List.of();
    }
    String from = WrittenGuards.name(file.enclosing(bean, Decl.Type.class), bean);
    return file.allIn(bean, Expr.Call.class).stream()
        .filter(each -> FILTERING.contains(each.name()) && RouteCalls.isOfRouter(file, each))
        .map(each -> Guard.possible(Guard.Source.FILTER, each.name() + "(...)", from))
        .distinct()
        .toList();
  }

  /** The path of {@code path("/api", ...)} and {@code nest(path("/api"), ...)} around a route. */
  private String prefix(Node route) {
    String prefix = "";
    Node child = route;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      boolean nests =
          up instanceof Expr.Call call
              && (call.name().equals("path") || call.name().equals("nest"))
              && call.target() != child
              && !call.arguments().isEmpty()
              && call.arguments().get(0) != child;
      if (nests) {
        Expr first = ((Expr.Call) up).arguments().get(0);
        boolean isPath = ((Expr.Call) up).name().equals("path");
        prefix = UrlPattern.join(isPath ? text(first) : path(first), prefix);
      }
    }
    return prefix;
  }
}
