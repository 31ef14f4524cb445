package dev.zonegate.facts;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.Constants;
import dev.zonegate.match.DataChanges;
import dev.zonegate.match.TypeSet;
import dev.zonegate.match.UrlPattern;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Reads servlets, services of gRPC and functional routes off a file. */
final class Routes {
  private static final Pattern IMPLEMENTED =
      Pattern.compile(".*Grpc\\.\\w+ImplBase");
  private static final TypeSet SERVLET = TypeSet.of("jakarta.servlet.http.HttpServlet");
  private static final TypeSet WEB_SERVLET = TypeSet.of("=jakarta.servlet.annotation.WebServlet");
  private static final TypeSet GRPC = TypeSet.of("io.grpc.BindableService");
  private static final TypeSet OBSERVER = TypeSet.of("io.grpc.stub.StreamObserver");
  private static final TypeSet ROUTERS = TypeSet.load("web/routers.types");
  private static final Set<String> SERVED =
      Set.of("doGet", "doPost", "doPut", "doDelete", "doPatch", "doHead", "service");
  private static final Set<String> VERBS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final SourceFile file;
  private final Consumer<Fact> facts;

  private Routes(SourceFile file, Consumer<Fact> facts) {
    this.file = file;
    this.facts = facts;
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Routes reader = new Routes(file, facts);
    file.all(Decl.Type.class).forEach(reader::readType);
    file.all(Expr.Call.class).forEach(reader::readRoute);
  }

  private void readType(Decl.Type type) {
    if (type.modifiers().contains(Modifier.ABSTRACT)) {
      return;
    }
    boolean isServlet = SERVLET.isDeclaredBy(type);
    boolean isGrpc = GRPC.isDeclaredBy(type) || extendsImplBase(type);
    for (Decl each : type.members()) {
      if (!(each instanceof Decl.Method method) || method.body() == null) {
        continue;
      }
      if (isServlet && SERVED.contains(method.name()) && method.params().size() == 2) {
        add(type, method, Endpoint.Kind.SERVLET, servletVerb(method), servletPaths(type));
      } else if (isGrpc && isRemoteCall(method)) {
        add(
            type,
            method,
            Endpoint.Kind.GRPC,
            List.of(),
            List.of(service(type) + "/" + method.name()));
      }
    }
  }

  private static boolean extendsImplBase(Decl.Type type) {
    return type.extendsTypes().stream()
        .anyMatch(each -> IMPLEMENTED.matcher(each.ref().name()).matches());
  }

  private static String service(Decl.Type type) {
    return type.extendsTypes().stream()
        .map(each -> each.ref().simpleName().replaceAll("ImplBase$", ""))
        .findFirst()
        .orElse(type.name());
  }

  private static boolean isRemoteCall(Decl.Method method) {
    int last = method.params().size() - 1;
    return last >= 0
        && method.params().get(last).type() != null
        && OBSERVER.contains(method.params().get(last).type().ref()).isYes();
  }

  private static List<String> servletVerb(Decl.Method method) {
    return method.name().equals("service")
        ? List.of()
        : List.of(method.name().substring(2).toUpperCase(Locale.ROOT));
  }

  private List<String> servletPaths(Decl.Type type) {
    Annotation mapping = WEB_SERVLET.annotationIn(type.annotations());
    List<String> paths = new ArrayList<>();
    for (String element : mapping == null ? List.<String>of() : List.of("value", "urlPatterns")) {
      Expr value = mapping.argument(element);
      if (value != null) {
        file.allIn(value, Expr.class).stream()
            .map(each -> Constants.of(file).text(each))
            .flatMap(java.util.Optional::stream)
            .forEach(paths::add);
      }
    }
    return paths.stream().distinct().toList();
  }

  private void add(
      Decl.Type type,
      Decl.Method method,
      Endpoint.Kind kind,
      List<String> verbs,
      List<String> paths) {
    List<Guard> guards = new ArrayList<>();
    guard(method.annotations(), Guard.Source.METHOD, type.name() + "." + method.name(), guards);
    guard(type.annotations(), Guard.Source.CLASS, type.name(), guards);
    AccessChecks.in(file, method)
        .ifPresent(
            check ->
                guards.add(
                    new Guard(
                        Guard.Source.BODY,
                        check.shortName(),
                        type.name() + "." + method.name(),
                        false)));
    facts.accept(
        new Route(
            new Endpoint(
                file.path(),
                method.nameSpan(),
                kind,
                verbs,
                paths,
                type.qualifiedName(),
                method.name(),
                method.params().stream().map(each -> each.type().ref().name()).toList(),
                guards,
                DataChanges.in(file, method).isPresent(),
                false,
                false)));
  }

  private void guard(
      List<Annotation> annotations, Guard.Source source, String from, List<Guard> guards) {
    Annotation guard = AccessChecks.guardIn(annotations);
    if (guard != null) {
      String text = file.text(guard).replaceAll("\\s+", " ");
      guards.add(new Guard(source, text, from, AccessChecks.isOpen(guard)));
    }
  }

  /** {@code .GET("/orders", handler::list)} and {@code route(GET("/orders"), handler::list)}. */
  private void readRoute(Expr.Call call) {
    if (VERBS.contains(call.name())
        && !call.arguments().isEmpty()
        && ROUTERS.contains(call.receiverType()).isYes()) {
      Constants.of(file)
          .text(call.arguments().get(0))
          .ifPresent(path -> addRoute(call, UrlPattern.join(prefix(call), path)));
    }
  }

  private void addRoute(Expr.Call call, String path) {
    Decl.Type around = file.enclosing(call, Decl.Type.class);
    Expr handler = handler(call);
    facts.accept(
        new Route(
            new Endpoint(
                file.path(),
                call.nameSpan(),
                Endpoint.Kind.ROUTE,
                List.of(call.name()),
                List.of(path),
                type(handler, around),
                handler instanceof Expr.MethodReference reference ? reference.name() : "",
                List.of(),
                List.of(),
                false,
                false,
                false)));
  }

  private static String type(Expr handler, Decl.Type around) {
    if (handler instanceof Expr.MethodReference reference
        && !reference.receiverType().isUnknown()) {
      return reference.receiverType().name();
    }
    return around == null ? "" : around.qualifiedName();
  }

  private Expr handler(Expr.Call call) {
    List<Expr> arguments =
        call.arguments().size() > 1
            ? call.arguments()
            : file.parent(call) instanceof Expr.Call outer ? outer.arguments() : List.of();
    return arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
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
        prefix = UrlPattern.join(nested((Expr.Call) up), prefix);
      }
    }
    return prefix;
  }

  private String nested(Expr.Call around) {
    Expr first = around.arguments().get(0);
    Expr path =
        first instanceof Expr.Call call && !call.arguments().isEmpty()
            ? call.arguments().get(0)
            : first;
    return Constants.of(file).text(path).orElse("");
  }
}
