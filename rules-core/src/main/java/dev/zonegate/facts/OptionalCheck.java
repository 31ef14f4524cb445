package dev.zonegate.facts;

import dev.zonegate.match.Methods;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A method that asks an interceptor if there is one: {@code if (interceptor != null)
 * interceptor.access(order)}. Whether callers are turned away is up to who provides it.
 *
 * @param type qualified
 * @param call its name and the number of its parameters: {@code create/1}
 */
public record OptionalCheck(String path, String type, String call) implements Fact {
  private static final Pattern HOOKS =
      Pattern.compile(".*(Interceptor|Authorizer|AccessController|PolicyEnforcer)");
  private static final int DEEPEST = 3;

  static void collect(SourceFile file, Consumer<Fact> facts) {
    boolean mayAsk = file.all(Stmt.If.class).stream().anyMatch(each -> asks(file, each));
    if (!mayAsk) {
      return;
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (file.parent(each) instanceof Decl.Type type && asks(file, each, DEEPEST)) {
        String call = InheritedCheck.call(each.name(), each.params().size());
        facts.accept(new OptionalCheck(file.path(), type.qualifiedName(), call));
      }
    }
  }

  /** Whether the method, or a method of the file that it calls, asks. */
  private static boolean asks(SourceFile file, Decl.Method method, int depth) {
    if (method.body() == null || depth == 0) {
      return false;
    }
    return file.allIn(method.body(), Stmt.If.class).stream().anyMatch(each -> asks(file, each))
        || file.allIn(method.body(), Invocation.class).stream()
            .map(each -> Methods.of(file).declaration(each))
            .flatMap(Optional::stream)
            .anyMatch(each -> each != method && asks(file, each, depth - 1));
  }

  private static boolean asks(SourceFile file, Stmt.If choice) {
    return Operands.of(choice.condition(), "&&").stream()
        .anyMatch(each -> asks(file, each, choice));
  }

  private static boolean asks(SourceFile file, Expr test, Stmt.If choice) {
    if (!(test instanceof Expr.Binary there
        && there.operator().equals("!=")
        && there.right() instanceof Expr.Literal none
        && none.isNull()
        && isHook(there.left()))) {
      return false;
    }
    String hook = file.text(there.left());
    return file.allIn(choice.then(), Expr.Call.class).stream()
        .anyMatch(each -> each.target() != null && file.text(each.target()).equals(hook));
  }

  private static boolean isHook(Expr value) {
    return value instanceof Expr.Name name
        && (name.variable() == null || name.variable().isField())
        && HOOKS.matcher(name.type().simpleName()).matches();
  }
}
