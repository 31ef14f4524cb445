package dev.zonegate.facts;

import dev.zonegate.match.Methods;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
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
 * @param hook what it asks, and the method in which that stands
 */
public record OptionalCheck(String path, String type, String call, Guard hook) implements Fact {
  private static final Pattern HOOKS =
      Pattern.compile(".*(Interceptor|Authorizer|AccessController|PolicyEnforcer)");
  private static final int DEEPEST = 3;

  static void collect(SourceFile file, Consumer<Fact> facts) {
    boolean mayAsk =
        file.all(Stmt.If.class).stream().anyMatch(each -> asked(file, each).isPresent());
    if (!mayAsk) {
      return;
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (file.parent(each) instanceof Decl.Type type) {
        String call = InheritedCheck.call(each.name(), each.params().size());
        hook(file, each, DEEPEST)
            .map(hook -> new OptionalCheck(file.path(), type.qualifiedName(), call, hook))
            .ifPresent(facts);
      }
    }
  }

  /** What the method, or a method of the file that it calls, asks. */
  private static Optional<Guard> hook(SourceFile file, Decl.Method method, int depth) {
    if (method.body() == null || depth == 0) {
      return Optional.empty();
    }
    Optional<String> own =
        file.allIn(method.body(), Stmt.If.class).stream()
            .map(each -> asked(file, each))
            .flatMap(Optional::stream)
            .findFirst();
    if (own.isPresent()) {
      Decl.Type type = file.enclosing(method, Decl.Type.class);
      String from = WrittenGuards.name(type, method);
      return Optional.of(Guard.possible(Guard.Source.BODY, own.get(), from));
    }
    return file.allIn(method.body(), Invocation.class).stream()
        .map(each -> Methods.of(file).declaration(each))
        .flatMap(Optional::stream)
        .filter(each -> each != method)
        .map(each -> hook(file, each, depth - 1))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The name of the hook that a choice asks if there is one. */
  private static Optional<String> asked(SourceFile file, Stmt.If choice) {
    return Operands.of(choice.condition(), "&&").stream()
        .filter(each -> asks(file, each, choice))
        .map(each -> file.text(((Expr.Binary) each).left()))
        .findFirst();
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
        .filter(each -> each.target() != null && file.text(each.target()).equals(hook))
        .anyMatch(each -> mayRefuse(file, each));
  }

  /** By an exception, its answer or what it lets through; a thing it makes is returned as it is. */
  private static boolean mayRefuse(SourceFile file, Expr.Call call) {
    Node outer = file.parent(call);
    while (outer instanceof Expr.Unary
        || outer instanceof Expr.Binary
        || outer instanceof Expr.Assign) {
      outer = file.parent(outer);
    }
    return outer instanceof Stmt.Expression || outer instanceof Stmt.If;
  }

  private static boolean isHook(Expr value) {
    return value instanceof Expr.Name name
        && (name.variable() == null || name.variable().isField())
        && HOOKS.matcher(name.type().simpleName()).matches();
  }
}
