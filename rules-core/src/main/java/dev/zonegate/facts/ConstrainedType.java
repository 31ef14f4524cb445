package dev.zonegate.facts;

import dev.zonegate.match.BeanValidation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;

/**
 * A type whose data Bean Validation can check.
 *
 * @param at its name
 * @param name qualified
 */
public record ConstrainedType(String path, Span at, String name) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (BeanValidation.hasConstraints(file, type)) {
        facts.accept(new ConstrainedType(file.path(), type.nameSpan(), type.qualifiedName()));
      }
    }
  }
}
