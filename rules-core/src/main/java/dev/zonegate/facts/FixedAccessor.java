package dev.zonegate.facts;

import dev.zonegate.match.Constants;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.function.Consumer;

/**
 * A method without parameters that always returns the same text, whatever its object holds.
 *
 * @param at its name
 * @param owner the declaring type, qualified
 */
public record FixedAccessor(String path, Span at, String owner, String name) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method method : file.all(Decl.Method.class)) {
      boolean isAccessor =
          method.method() != null
              && method.params().isEmpty()
              && method.body() != null
              && !method.modifiers().contains(Modifier.STATIC);
      if (isAccessor && isFixed(method, file)) {
        String owner = method.method().owner().name();
        facts.accept(new FixedAccessor(file.path(), method.nameSpan(), owner, method.name()));
      }
    }
  }

  private static boolean isFixed(Decl.Method method, SourceFile file) {
    List<Stmt> statements = method.body().statements();
    return statements.size() == 1
        && statements.get(0) instanceof Stmt.Return only
        && only.value() != null
        && Constants.of(file).text(only.value()).isPresent();
  }
}
