package dev.zonegate.facts;

import dev.zonegate.facts.TypeOutput.OutputField;
import dev.zonegate.match.Constants;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields and components in which a type keeps its data. */
final class DataFields {
  private DataFields() {}

  /** Fields and components of {@code type}; no static ones. */
  static List<Variable> of(Decl.Type type) {
    List<Variable> fields = new ArrayList<>(type.components());
    for (Decl each : type.members()) {
      if (each instanceof Decl.Field field && !field.modifiers().contains(Modifier.STATIC)) {
        fields.add(field);
      }
    }
    return fields;
  }

  static OutputField output(Variable field) {
    TypeNode type = field.type();
    List<TypeNode> arguments = type instanceof TypeNode.Named named ? named.arguments() : List.of();
    String element = arguments.isEmpty() ? "" : arguments.get(arguments.size() - 1).ref().name();
    return new OutputField(field.nameSpan(), field.name(), type.ref().name(), element);
  }

  /** Whether one of the annotations is, or by its written name seems, {@code name}. */
  static Optional<Annotation> annotation(List<Annotation> annotations, String name) {
    return annotations.stream().filter(each -> isNamed(each, name)).findFirst();
  }

  private static boolean isNamed(Annotation annotation, String name) {
    TypeRef type = annotation.type();
    return type.isNamed(name);
  }

  /** The texts that an argument of an annotation lists. */
  static List<String> texts(SourceFile file, Annotation annotation, String argument) {
    Expr value = annotation.argument(argument);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    List<Expr> values =
        value instanceof Expr.ArrayInitializer array ? array.elements() : List.of(value);
    values.forEach(each -> Constants.of(file).text(each).ifPresent(texts::add));
    return texts;
  }

  /** The declared method of {@code type} without parameters that is called so, or null. */
  static Decl.Method accessor(Decl.Type type, String name) {
    for (Decl each : type.members()) {
      if (each instanceof Decl.Method method
          && method.name().equals(name)
          && method.params().isEmpty()
          && !method.isConstructor()) {
        return method;
      }
    }
    return null;
  }
}
