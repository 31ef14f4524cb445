package dev.zonegate.facts;

import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A service, and whether what it offers is tied to the web or to the database.
 *
 * @param at its name
 * @param name qualified
 * @param leaks simple names of types that mean something in another layer only
 * @param pages the types of which it gives pages
 */
public record ServiceApi(String path, Span at, String name, List<String> leaks, List<String> pages)
    implements Fact {
  private static final TypeSet WEB_ONLY = TypeSet.load("drift/web-only.types");
  private static final TypeSet PAGES =
      TypeSet.of("org.springframework.data.domain.Page", "org.springframework.data.domain.Slice");
  private static final TypeSet CLIENTS = TypeSet.load("exposure/client-interfaces.types");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (isService(file, type)) {
        List<String> leaks = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (Decl.Method each : offered(type)) {
          leak(file, each).ifPresent(leak -> leaks.add(leak.ref().simpleName()));
          pages.addAll(pages(file, each));
        }
        facts.accept(
            new ServiceApi(file.path(), type.nameSpan(), type.qualifiedName(), leaks, pages));
      }
    }
  }

  /** Whether a type offers business logic to other classes and is no part of the web itself. */
  public static boolean isService(SourceFile file, Decl.Type type) {
    boolean isClass = type.kind() == TypeShape.Kind.CLASS && Component.isBean(type);
    boolean isContract =
        type.kind() == TypeShape.Kind.INTERFACE
            && Component.isServiceName(type.name())
            && CLIENTS.annotationIn(type.annotations()) == null;
    return (isClass || isContract)
        && Component.layer(type) == Component.Layer.SERVICE
        && List.of(file.unit().packageName().split("\\.")).stream()
            .noneMatch(
                each ->
                    each.matches(
                        "web|rest|controllers?|security|auth|filters?|servlet|http|api|endpoint"));
  }

  /** The methods that a type offers, those of frameworks left out. */
  public static List<Decl.Method> offered(Decl.Type type) {
    return type.members().stream()
        .filter(Decl.Method.class::isInstance)
        .map(Decl.Method.class::cast)
        .filter(each -> !each.isConstructor() && isPublic(type, each))
        .filter(each -> each.annotations().stream().noneMatch(ServiceApi::isForeign))
        .toList();
  }

  private static boolean isPublic(Decl.Type type, Decl.Method method) {
    return type.kind() == TypeShape.Kind.INTERFACE || method.modifiers().contains(Modifier.PUBLIC);
  }

  private static boolean isForeign(Annotation annotation) {
    return annotation.name().matches("(.*\\.)?(Override|ExceptionHandler|\\w+Mapping)");
  }

  /** The first type in what a method takes and gives that belongs to another layer. */
  public static Optional<TypeNode> leak(SourceFile file, Decl.Method method) {
    List<TypeNode> types = new ArrayList<>();
    types.add(method.returnType());
    method.params().stream().filter(each -> each.type() != null).forEach(p -> types.add(p.type()));
    return types.stream()
        .flatMap(each -> file.allIn(each, TypeNode.Named.class).stream())
        .filter(each -> WEB_ONLY.contains(each.ref()).isYes())
        .map(TypeNode.class::cast)
        .findFirst();
  }

  /** The types of the pages that a method gives. */
  public static List<String> pages(SourceFile file, Decl.Method method) {
    boolean isPage =
        method.returnType() instanceof TypeNode.Named named
            && PAGES.contains(named.ref()).isYes()
            && named.arguments().size() == 1;
    return isPage
        ? TypeNames.in(file, ((TypeNode.Named) method.returnType()).arguments().get(0))
        : List.of();
  }
}
