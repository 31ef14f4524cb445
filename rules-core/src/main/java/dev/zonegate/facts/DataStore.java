package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.match.TypeNames;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A type through which a project reaches what it stores.
 *
 * @param at its name
 * @param name qualified
 * @param entity qualified name of what it gives; empty if it does not say
 * @param finders the methods that it declares
 */
public record DataStore(String path, Span at, String name, String entity, List<Finder> finders)
    implements Fact {
  private static final TypeSet STORES = TypeSet.load("ownership/stores.types");
  private static final TypeSet CHANGING = TypeSet.load("ownership/changing.types");

  /**
   * A method of a store.
   *
   * @param parameters names of its parameters
   * @param query its query, if it has one of its own
   * @param isChange whether it changes what is stored
   */
  public record Finder(
      Span at, String name, List<String> parameters, String query, boolean isChange) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (is(type)) {
        facts.accept(
            new DataStore(
                file.path(),
                type.nameSpan(),
                type.qualifiedName(),
                entity(file, type),
                type.members().stream()
                    .filter(Decl.Method.class::isInstance)
                    .map(Decl.Method.class::cast)
                    .filter(each -> !each.isConstructor())
                    .map(each -> finder(file, each))
                    .toList()));
      }
    }
  }

  private static boolean is(Decl.Type type) {
    return STORES.contains(type.ref()).isYes()
        || STORES.annotationIn(type.annotations()) != null
        || StoreNames.isStore(type.name());
  }

  /** The first type argument of what it extends. */
  private static String entity(SourceFile file, Decl.Type type) {
    return Stream.concat(type.extendsTypes().stream(), type.implementsTypes().stream())
        .filter(TypeNode.Named.class::isInstance)
        .map(TypeNode.Named.class::cast)
        .filter(each -> !each.arguments().isEmpty())
        .flatMap(each -> TypeNames.in(file, each.arguments().get(0)).stream())
        .findFirst()
        .orElse("");
  }

  private static Finder finder(SourceFile file, Decl.Method method) {
    String query =
        method.annotations().stream()
            .filter(each -> each.name().matches("(.*\\.)?(Query|Select|Update|Delete|NativeQuery)"))
            .flatMap(each -> text(file, each).stream())
            .findFirst()
            .orElse("");
    return new Finder(
        method.nameSpan(),
        method.name(),
        method.params().stream().map(Decl.Param::name).toList(),
        query,
        CHANGING.annotationIn(method.annotations()) != null || StoreNames.isChange(method.name()));
  }

  private static Optional<String> text(SourceFile file, Annotation annotation) {
    Expr value = annotation.argument("value");
    return value == null ? Optional.empty() : Constants.of(file).text(value);
  }
}
