package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.Variable;
import java.util.List;

/**
 * Qualified names of types for looking them up in a project. A name that no front-end resolved is
 * taken for one of the file's package, where a look-up finds it or nothing.
 */
public final class TypeNames {
  private TypeNames() {}

  /** The types that {@code type} is made of, its arguments included. */
  public static List<String> in(SourceFile file, TypeNode type) {
    return file.allIn(type, TypeNode.Named.class).stream()
        .map(each -> each.ref().isUnknown() ? inPackage(file, each.name()) : each.ref().name())
        .distinct()
        .toList();
  }

  /** The types that {@code value} is made of, by the declaration of the variable it names. */
  public static List<String> of(SourceFile file, Expr value) {
    Variable variable = Bindings.of(file).declaration(value).orElse(null);
    boolean isWritten =
        variable != null && variable.type() != null && !(variable.type() instanceof TypeNode.Var);
    if (isWritten) {
      return in(file, variable.type());
    }
    TypeRef type = value.type();
    return type.isUnknown() || type.name().startsWith("<") ? List.of() : List.of(type.name());
  }

  private static String inPackage(SourceFile file, String name) {
    String home = file.unit().packageName();
    return home.isEmpty() ? name : home + "." + name;
  }
}
