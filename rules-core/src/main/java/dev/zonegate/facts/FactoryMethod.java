package dev.zonegate.facts;

import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A method that is declared to return any object, and of which types those are that it returns.
 *
 * @param type qualified
 * @param call its name and the number of its parameters: {@code create/1}
 * @param made qualified
 */
public record FactoryMethod(String path, String type, String call, List<String> made)
    implements Fact {
  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (file.parent(each) instanceof Decl.Type type && isOfAny(each)) {
        List<String> made = made(file, each);
        if (!made.isEmpty()) {
          String call = InheritedCheck.call(each.name(), each.params().size());
          facts.accept(new FactoryMethod(file.path(), type.qualifiedName(), call, made));
        }
      }
    }
  }

  private static boolean isOfAny(Decl.Method method) {
    return method.returnType() != null
        && method.returnType().ref().isNamed("java.lang.Object")
        && method.body() != null;
  }

  private static List<String> made(SourceFile file, Decl.Method method) {
    Set<String> made = new TreeSet<>();
    for (Expr each : Methods.of(file).returned(method)) {
      made.addAll(Returned.by(file, each).types());
    }
    made.removeIf(each -> each.startsWith("java."));
    return List.copyOf(made);
  }
}
