package dev.zonegate.facts;

import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The types that a method which answers requests takes as a body and gives as one.
 *
 * @param at the method's name
 * @param handler {@code OrderController.find}
 * @param returned names of the types in its result, type arguments included, and of what it hands
 *     to a response
 * @param received names of the types of its parameters, type arguments included
 */
public record WebPayload(
    String path, Span at, String handler, List<String> returned, List<String> received)
    implements Fact {
  private static final TypeSet HANDLERS = TypeSet.load("exposure/handlers.types");
  private static final TypeSet BODIES = TypeSet.load("exposure/bodies.types");
  private static final TypeSet ENVELOPES = TypeSet.load("exposure/envelopes.types");
  private static final TypeSet CLIENTS = TypeSet.load("exposure/client-interfaces.types");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      if (isAnswering(file, method)) {
        facts.accept(of(file, method));
      }
    }
  }

  /** Whether what {@code method} returns is sent to a client. */
  public static boolean isAnswering(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    if (type == null
        || method.returnType() == null
        || HANDLERS.annotationIn(method.annotations()) == null
        || CLIENTS.annotationIn(type.annotations()) != null) {
      return false;
    }
    return BODIES.annotationIn(method.annotations()) != null
        || BODIES.annotationIn(type.annotations()) != null
        || ENVELOPES.contains(method.returnType().ref()).isYes();
  }

  /** What {@code method} takes and gives. */
  public static WebPayload of(SourceFile file, Decl.Method method) {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    Set<String> returned = new TreeSet<>(names(file, method.returnType()));
    if (method.body() != null) {
      new HandedOver(file, method.returnType()).add(method.body(), returned);
    }
    List<String> received = new ArrayList<>();
    method.params().stream()
        .filter(each -> each.type() != null)
        .forEach(each -> received.addAll(names(file, each.type())));
    return new WebPayload(
        file.path(),
        method.nameSpan(),
        type.name() + "." + method.name(),
        List.copyOf(returned),
        List.copyOf(received));
  }

  private static List<String> names(SourceFile file, TypeNode type) {
    return TypeNames.in(file, type).stream().filter(WebPayload::isForeign).toList();
  }

  static boolean isForeign(String name) {
    return !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("org.springframework.");
  }
}
