package dev.zonegate.facts;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A class, interface, enum, record or annotation type of the project with its data.
 *
 * @param at its name
 * @param name qualified
 * @param supertypes names of all its supertypes as far as they are known
 * @param annotations names of the annotations written on it
 * @param fields its fields and components; no static ones
 */
public record DeclaredType(
    String path,
    Span at,
    String name,
    TypeShape.Kind kind,
    List<String> supertypes,
    List<String> annotations,
    List<DeclaredField> fields)
    implements Fact {
  /**
   * A field or record component.
   *
   * @param type erased, qualified where that is known
   * @param typeArguments erased, of the type as written
   * @param annotations names of the annotations written on it
   */
  public record DeclaredField(
      String name, String type, List<String> typeArguments, List<String> annotations) {}

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      facts.accept(
          new DeclaredType(
              file.path(),
              type.nameSpan(),
              type.qualifiedName(),
              type.kind(),
              type.ref().shape().supertypes().stream().sorted().toList(),
              names(type.annotations()),
              fields(type)));
    }
  }

  private static List<DeclaredField> fields(Decl.Type type) {
    List<DeclaredField> fields = new ArrayList<>();
    for (Decl.Param each : type.components()) {
      fields.add(field(each.name(), each.type(), each.annotations()));
    }
    for (Decl each : type.members()) {
      if (each instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        fields.add(field(field.name(), field.type(), field.annotations()));
      }
    }
    return fields;
  }

  private static DeclaredField field(String name, TypeNode type, List<Annotation> annotations) {
    List<String> arguments =
        type instanceof TypeNode.Named named
            ? named.arguments().stream().map(each -> each.ref().name()).toList()
            : List.of();
    return new DeclaredField(name, type.ref().name(), arguments, names(annotations));
  }

  private static List<String> names(List<Annotation> annotations) {
    return annotations.stream()
        .map(each -> each.type().isUnknown() ? each.name() : each.type().name())
        .toList();
  }
}
