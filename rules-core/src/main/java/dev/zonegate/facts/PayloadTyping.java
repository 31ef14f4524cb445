package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.match.Words;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether the bodies that a handler takes and gives have a type of the project.
 *
 * @param at the handler's name
 * @param type qualified name of the handler's class
 * @param isUntyped whether a body is a map of anything
 */
public record PayloadTyping(String path, Span at, String type, boolean isUntyped) implements Fact {
  private static final Pattern FREE_HANDLER =
      Pattern.compile(".*(ExceptionHandler|PatchMapping|PATCH|Patch)");
  private static final TypeSet BODIES = TypeSet.load("ownership/bodies.types");
  private static final TypeSet MAPS = TypeSet.of("java.util.Map");

  private static final Pattern PRIMITIVE = Pattern.compile("[a-z]+(\\[])*");

  /** What has no fixed shape, or only a few words to say. */
  private static final Set<String> FREE =
      Set.of(
          "webhook",
          "callback",
          "health",
          "status",
          "ping",
          "info",
          "version",
          "stats",
          "statistics",
          "metrics",
          "metadata",
          "config",
          "settings",
          "search",
          "export",
          "error",
          "exception",
          "handle",
          "jwks",
          "features",
          "dynamic",
          "patch",
          "attributes",
          "proxy",
          "merge",
          "custom",
          "debug");

  /** Parts of a body that are data of somebody else's making. */
  private static final Set<String> FREE_BODIES =
      Set.of(
          "input",
          "inputs",
          "output",
          "outputs",
          "variables",
          "context",
          "attributes",
          "properties",
          "metadata",
          "labels",
          "tags",
          "headers");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    file.all(Decl.Method.class).forEach(each -> of(file, each).ifPresent(facts));
  }

  /**
   * How a handler's bodies are typed; empty if it has none, or of simple values only, or what it is
   * for has no fixed shape.
   */
  public static Optional<PayloadTyping> of(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    if (type == null || !WebPayload.isAnswering(file, method) || isFree(file, method)) {
      return Optional.empty();
    }
    boolean isUntyped = untyped(file, method).isPresent();
    WebPayload payload = WebPayload.of(file, method);
    boolean isTyped =
        Stream.concat(payload.returned().stream(), payload.received().stream())
            .anyMatch(each -> !PRIMITIVE.matcher(each).matches());
    return isUntyped || isTyped
        ? Optional.of(
            new PayloadTyping(file.path(), method.nameSpan(), type.qualifiedName(), isUntyped))
        : Optional.empty();
  }

  private static boolean isFree(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return method.annotations().stream()
            .anyMatch(each -> FREE_HANDLER.matcher(each.name()).matches())
        || Words.of(method.name()).stream().anyMatch(FREE::contains)
        || Words.of(type.name()).stream().anyMatch(FREE::contains);
  }

  /** The body of a handler that is a map of anything, as it is written. */
  public static Optional<TypeNode> untyped(SourceFile file, Decl.Method method) {
    for (Decl.Param each : method.params()) {
      if (each.type() != null
          && BODIES.annotationIn(each.annotations()) != null
          && !FREE_BODIES.contains(each.name())) {
        Optional<TypeNode> map = map(file, each.type());
        if (map.isPresent()) {
          return map;
        }
      }
    }
    return map(file, method.returnType());
  }

  private static Optional<TypeNode> map(SourceFile file, TypeNode type) {
    for (TypeNode.Named each : file.allIn(type, TypeNode.Named.class)) {
      if (MAPS.contains(each.ref()).isYes() && isOfAnything(each)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean isOfAnything(TypeNode.Named map) {
    List<TypeNode> arguments = map.arguments();
    if (arguments.isEmpty()) {
      return map.ref().simpleName().endsWith("Map");
    }
    TypeNode value = arguments.get(arguments.size() - 1);
    return value instanceof TypeNode.Wildcard wildcard
            && wildcard.bound() == TypeNode.Wildcard.Bound.NONE
        || value.ref().isNamed("java.lang.Object");
  }
}
