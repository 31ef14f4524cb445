package dev.zonegate.rules.untrustedinput;

import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.List;

/** What a framework reads from requests and messages for the methods that it calls. */
final class Payloads {
  private static final TypeSet HANDLERS = TypeSet.load("request/handlers.types");
  private static final TypeSet PAYLOADS = TypeSet.load("validation/payloads.types");
  private static final TypeSet READERS = TypeSet.load("validation/readers.types");
  private static final TypeSet CONTEXT = TypeSet.load("request/context.types");
  private static final TypeSet WRAPPERS =
      TypeSet.of(
          "java.util.Collection",
          "java.util.List",
          "java.util.Set",
          "java.util.Optional",
          "java.util.concurrent.CompletionStage",
          "org.reactivestreams.Publisher",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux");

  private Payloads() {}

  /**
   * Whether a framework calls {@code method} by what stands on itself. What overrides may have its
   * parameters' annotations from above, and an interface says what another program serves.
   */
  static boolean isHandler(SourceFile file, Decl.Method method) {
    return method.body() != null
        && HANDLERS.annotationIn(method.annotations()) != null
        && file.parent(method) instanceof Decl.Type type
        && type.kind() != TypeShape.Kind.INTERFACE
        && method.annotations().stream().noneMatch(each -> each.name().endsWith("Override"));
  }

  /**
   * Whether a framework may call {@code method} with what its annotations say, of which some may
   * stand on what it overrides or on what overrides it.
   */
  static boolean isPartOfHandler(SourceFile file, Decl.Method method) {
    return HANDLERS.annotationIn(method.annotations()) != null
        && file.parent(method) instanceof Decl.Type
        && !isHandler(file, method);
  }

  /** Whether a parameter of a handler is an object that is read from what comes in. */
  static boolean isRead(Decl.Method handler, Decl.Param param) {
    if (param.type() == null || CONTEXT.contains(param.type().ref()).isYes()) {
      return false;
    }
    List<Annotation> annotations = param.annotations();
    return annotations.isEmpty()
        ? READERS.annotationIn(handler.annotations()) != null
        : PAYLOADS.annotationIn(annotations) != null;
  }

  /** The types of which validation would look at {@code type}: itself, or what it holds. */
  static List<String> types(SourceFile file, TypeNode type) {
    List<String> all = TypeNames.in(file, type);
    boolean isWrapper = WRAPPERS.contains(type.ref()).isYes();
    return isWrapper ? all.subList(1, all.size()) : all.subList(0, Math.min(1, all.size()));
  }
}
