package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * A failure that one place of the project answers for all of it, such as an exception handler.
 *
 * @param at the place
 * @param type qualified name of the failure
 */
public record HandledFailure(String path, Span at, String type) implements Fact {
  private static final TypeSet HANDLERS =
      TypeSet.of(
          "org.springframework.web.bind.annotation.ExceptionHandler",
          "io.micronaut.http.annotation.Error");
  private static final TypeSet MAPPERS =
      TypeSet.of(
          "jakarta.ws.rs.ext.ExceptionMapper",
          "io.micronaut.http.server.exceptions.ExceptionHandler");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      Annotation handler = HANDLERS.annotationIn(method.annotations());
      if (handler != null) {
        handled(file, method, handler)
            .forEach(
                each -> facts.accept(new HandledFailure(file.path(), method.nameSpan(), each)));
      }
    }
    for (Decl.Type type : file.all(Decl.Type.class)) {
      for (TypeNode each : type.implementsTypes()) {
        if (MAPPERS.contains(each.ref()).isYes()
            && each instanceof TypeNode.Named named
            && !named.arguments().isEmpty()) {
          facts.accept(
              new HandledFailure(
                  file.path(), type.nameSpan(), named.arguments().get(0).ref().name()));
        }
      }
    }
  }

  /** The classes that the annotation names, else the types of the parameters. */
  private static List<String> handled(SourceFile file, Decl.Method method, Annotation handler) {
    List<String> named =
        file.allIn(handler, Expr.ClassLiteral.class).stream()
            .map(each -> each.named().ref().name())
            .toList();
    return named.isEmpty()
        ? method.params().stream().map(each -> each.type().ref().name()).toList()
        : named;
  }
}
