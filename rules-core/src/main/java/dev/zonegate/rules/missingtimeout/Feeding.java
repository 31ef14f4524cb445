package dev.zonegate.rules.missingtimeout;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.ObjectFlow;
import dev.zonegate.match.TypeSet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.Set;

/** Who gives work to an executor or queue. */
final class Feeding {
  private static final TypeSet HANDLERS = TypeSet.load("timeouts/handlers.types");
  private static final TypeSet COMPONENTS = TypeSet.load("timeouts/components.types");
  private static final TypeSet LIFECYCLE = TypeSet.load("timeouts/lifecycle.types");
  private static final Set<String> GIVING =
      Set.of("submit", "execute", "offer", "add", "put", "schedule", "runAsync", "supplyAsync");
  private static final Set<String> ENDING =
      Set.of("shutdown", "shutdownNow", "close", "awaitTermination");
  private final SourceFile file;

  Feeding(SourceFile file) {
    this.file = file;
  }

  /** Whether requests or messages feed {@code made}: as often as others like. */
  boolean isByRequests(Expr made) {
    ObjectFlow flow = ObjectFlow.of(file, made);
    return flow.calls().stream().anyMatch(this::isGivenByRequest)
        || flow.passed().stream().anyMatch(each -> isGivenByRequest(each.to()));
  }

  private boolean isGivenByRequest(Invocation use) {
    if (!GIVING.contains(use.name())) {
      return false;
    }
    Decl.Method method = file.enclosing(use, Decl.Method.class);
    if (method == null || method.isConstructor()) {
      return false;
    }
    if (HANDLERS.annotationIn(method.annotations()) != null) {
      return true;
    }
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    return type != null
        && COMPONENTS.annotationIn(type.annotations()) != null
        && method.modifiers().contains(Modifier.PUBLIC)
        && LIFECYCLE.annotationIn(method.annotations()) == null
        && !method.name().matches("run|main|start|init|afterPropertiesSet|onApplicationEvent");
  }

  /** Whether it lives for one method only, which gives it what it has. */
  boolean isOfOneMethod(Expr made) {
    Node holder = file.parent(made);
    boolean isLocal =
        holder instanceof Stmt.Local
            || holder instanceof Expr.Assign assign
                && Bindings.of(file).declaration(assign.assigned()).orElse(null)
                    instanceof Stmt.Local;
    boolean isResource =
        holder instanceof Stmt.Local local
            && file.parent(local) instanceof Stmt.Try attempt
            && attempt.resources().contains(local);
    return isResource
        || isLocal
            && ObjectFlow.of(file, made).calls().stream()
                .anyMatch(each -> ENDING.contains(each.name()));
  }

  /** Whether a program for the command line makes it. */
  boolean isOfMain(Node made) {
    Decl.Method method = file.enclosing(made, Decl.Method.class);
    return method != null
        && method.name().equals("main")
        && method.modifiers().contains(Modifier.STATIC);
  }
}
