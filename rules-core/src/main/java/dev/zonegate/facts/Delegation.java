package dev.zonegate.facts;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.function.Consumer;

/**
 * A method that gives its parameters to one other method and returns what that returns.
 *
 * @param type qualified
 */
public record Delegation(String path, String type, String method) implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.body() != null && file.parent(each) instanceof Decl.Type type && delegates(each)) {
        facts.accept(new Delegation(file.path(), type.qualifiedName(), each.name()));
      }
    }
  }

  private static boolean delegates(Decl.Method method) {
    List<Stmt> statements = method.body().statements();
    if (statements.size() != 1
        || !(statements.get(0) instanceof Stmt.Return end)
        || !(end.value() instanceof Expr.Call call)
        || !(call.target() instanceof Expr.Name || call.target() instanceof Expr.FieldAccess)) {
      return false;
    }
    List<String> names = method.params().stream().map(Decl.Param::name).toList();
    return call.arguments().stream()
        .allMatch(each -> each instanceof Expr.Name name && names.contains(name.name()));
  }
}
