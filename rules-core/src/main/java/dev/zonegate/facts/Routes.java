package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.GrpcCalls;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads servlets, services of gRPC and listeners off a file, whose types say what they are. */
final class Routes {
  private static final TypeSet SERVLET = TypeSet.of("jakarta.servlet.http.HttpServlet");
  private static final TypeSet WEB_SERVLET = TypeSet.of("=jakarta.servlet.annotation.WebServlet");
  private static final TypeSet LISTENERS = TypeSet.load("web/listeners.types");
  private static final TypeSet SECURITY = TypeSet.of("=jakarta.servlet.annotation.ServletSecurity");
  private static final Set<String> SERVED =
      Set.of("doGet", "doPost", "doPut", "doDelete", "doPatch", "doHead", "service");

  private final SourceFile file;
  private final Consumer<Fact> facts;

  private Routes(SourceFile file, Consumer<Fact> facts) {
    this.file = file;
    this.facts = facts;
  }

  static void collect(SourceFile file, Consumer<Fact> facts) {
    Routes reader = new Routes(file, facts);
    file.all(Decl.Type.class).forEach(reader::readType);
    FunctionalRoutes.collect(file, facts);
  }

  private void readType(Decl.Type type) {
    if (type.modifiers().contains(Modifier.ABSTRACT)) {
      return;
    }
    boolean isServlet = SERVLET.isDeclaredBy(type);
    boolean isGrpc = GrpcCalls.isService(type);
    boolean isListener = LISTENERS.isDeclaredBy(type);
    for (Decl each : type.members()) {
      if (!(each instanceof Decl.Method method) || method.body() == null) {
        continue;
      }
      if (isServlet && SERVED.contains(method.name()) && method.params().size() == 2) {
        add(type, method, Endpoint.Kind.SERVLET, servletVerb(method), servletPaths(type));
      } else if (isGrpc && GrpcCalls.isCall(method)) {
        add(
            type,
            method,
            Endpoint.Kind.GRPC,
            List.of(),
            List.of(service(type) + "/" + method.name()));
      } else if (isListener && method.name().equals("onMessage")) {
        add(type, method, Endpoint.Kind.MESSAGE, List.of(), new MappingReader(file).topics(type));
      }
    }
  }

  private static String service(Decl.Type type) {
    return Stream.concat(type.extendsTypes().stream(), type.implementsTypes().stream())
        .map(each -> each.ref().simpleName().replaceAll("ImplBase$", ""))
        .findFirst()
        .orElse(type.name());
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
            .flatMap(Optional::stream)
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
    WrittenGuards written = new WrittenGuards(file);
    Annotation security = SECURITY.annotationIn(type.annotations());
    List<Guard> guards =
        security == null || kind != Endpoint.Kind.SERVLET
            ? written.of(type, method)
            : Stream.of(
                    written.on(type, method),
                    Optional.of(ServletGuards.of(file, security, verbs, type.name())),
                    written.within(type, method))
                .flatMap(Optional::stream)
                .toList();
    facts.accept(
        new Route(new HandlerMethod(file, type, method).endpoint(kind, verbs, paths, guards)));
  }
}
