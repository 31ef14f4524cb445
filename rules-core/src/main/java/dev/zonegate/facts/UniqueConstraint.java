package dev.zonegate.facts;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Variable;
import java.util.function.Consumer;

/**
 * Something of a stored type that the database keeps unique.
 *
 * @param at the annotation that says so
 * @param type qualified name of the stored type
 * @param property the field, or empty if the type says it of several
 */
public record UniqueConstraint(String path, Span at, String type, String property) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Annotation annotation : file.all(Annotation.class)) {
      Decl.Type type = file.enclosing(annotation, Decl.Type.class);
      if (type != null && isUnique(annotation)) {
        Variable field = file.enclosing(annotation, Variable.class);
        facts.accept(
            new UniqueConstraint(
                file.path(),
                annotation.span(),
                type.qualifiedName(),
                field == null ? "" : field.name()));
      }
    }
  }

  private static boolean isUnique(Annotation annotation) {
    boolean isSaid =
        annotation.argument("unique") instanceof Expr.Literal literal
            && Boolean.TRUE.equals(literal.value());
    return isSaid
        || annotation.argument("uniqueConstraints") != null
        || annotation.name().endsWith("NaturalId");
  }
}
