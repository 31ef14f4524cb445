package dev.zonegate.facts;

import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * A field or parameter that a container fills.
 *
 * @param variable the field or parameter
 */
public record Injection(Variable variable, Way way) {
  private static final TypeSet INJECTING = TypeSet.load("drift/injecting.types");
  private static final TypeSet REQUIRED_ARGUMENTS = TypeSet.of("lombok.RequiredArgsConstructor");
  private static final TypeSet ALL_ARGUMENTS = TypeSet.of("lombok.AllArgsConstructor");

  /** How a container hands something over. */
  public enum Way {
    FIELD,
    CONSTRUCTOR,
    SETTER
  }

  /** What a container hands to objects of {@code type}, a bean. */
  public static List<Injection> into(SourceFile file, Decl.Type type) {
    List<Injection> found = new ArrayList<>();
    boolean isByFields = isAny(REQUIRED_ARGUMENTS, type) || isAny(ALL_ARGUMENTS, type);
    List<Decl.Method> constructors = constructors(type);
    for (Decl member : type.members()) {
      if (member instanceof Decl.Field field && field.type() != null) {
        if (INJECTING.annotationIn(field.annotations()) != null) {
          found.add(new Injection(field, Way.FIELD));
        } else if (isByFields && isArgument(type, field)) {
          found.add(new Injection(field, Way.CONSTRUCTOR));
        }
      } else if (member instanceof Decl.Method method && isFilled(method, constructors)) {
        Way way = method.isConstructor() ? Way.CONSTRUCTOR : Way.SETTER;
        method.params().stream()
            .filter(each -> each.type() != null)
            .forEach(each -> found.add(new Injection(each, way)));
      }
    }
    return found;
  }

  private static boolean isAny(TypeSet annotations, Decl.Type type) {
    return annotations.annotationIn(type.annotations()) != null;
  }

  private static boolean isArgument(Decl.Type type, Decl.Field field) {
    return field.initializer() == null
        && !field.modifiers().contains(Modifier.STATIC)
        && (field.modifiers().contains(Modifier.FINAL) || isAny(ALL_ARGUMENTS, type));
  }

  private static boolean isFilled(Decl.Method method, List<Decl.Method> constructors) {
    boolean isOnlyConstructor = constructors.size() == 1 && constructors.get(0) == method;
    return isOnlyConstructor || INJECTING.annotationIn(method.annotations()) != null;
  }

  private static List<Decl.Method> constructors(Decl.Type type) {
    return type.members().stream()
        .filter(Decl.Method.class::isInstance)
        .map(Decl.Method.class::cast)
        .filter(Decl.Method::isConstructor)
        .toList();
  }
}
