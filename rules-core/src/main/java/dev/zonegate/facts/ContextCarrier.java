package dev.zonegate.facts;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Something that takes the context of a request along to other threads: a task decorator, a
 * delegating executor, an inheritable strategy.
 *
 * @param at where it is made or declared
 * @param name as written
 */
public record ContextCarrier(String path, Span at, String name) implements Fact {
  private static final Pattern MADE =
      Pattern.compile(
          "DelegatingSecurityContext\\w*|ContextPropagatingTaskDecorator|ContextExecutorService");
  private static final Pattern CALLED =
      Pattern.compile("setTaskDecorator|taskDecorator|enableAutomaticContextPropagation");

  static void collect(SourceFile file, Consumer<Fact> facts) {
    for (Decl.Type type : file.all(Decl.Type.class)) {
      if (type.implementsTypes().stream()
          .anyMatch(each -> each.ref().simpleName().equals("TaskDecorator"))) {
        facts.accept(new ContextCarrier(file.path(), type.nameSpan(), type.name()));
      }
    }
    for (Invocation use : file.all(Invocation.class)) {
      boolean isMade =
          use instanceof Expr.New created
              && MADE.matcher(created.created().ref().simpleName()).matches();
      if (isMade || CALLED.matcher(use.name()).matches()) {
        facts.accept(new ContextCarrier(file.path(), use.anchor(), use.name()));
      }
    }
    for (Expr.FieldAccess access : file.all(Expr.FieldAccess.class)) {
      if (access.name().equals("MODE_INHERITABLETHREADLOCAL")) {
        facts.accept(new ContextCarrier(file.path(), access.nameSpan(), access.name()));
      }
    }
  }
}
