package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Work that is written here and runs on other threads. */
public final class HandOver {
  private static final ApiSet CALLS = ApiSet.load("concurrency/hand-over.api");
  private static final Set<String> GO_PARALLEL = Set.of("parallel", "parallelStream");
  private static final Set<String> GO_ALONE = Set.of("sequential");

  private HandOver() {}

  /** Whether {@code use} hands what it is given to another thread. */
  public static boolean is(Invocation use) {
    return CALLS.matches(use).isYes();
  }

  /**
   * The call that takes {@code work}, a lambda, method reference or anonymous class, to another
   * thread: to an executor or thread, or to the elements of a parallel stream.
   */
  public static Optional<Invocation> of(SourceFile file, Expr work) {
    Node parent = file.parent(work);
    if (parent instanceof Invocation call && call.arguments().contains(work)) {
      return is(call) || isParallel(file, call.target()) ? Optional.of(call) : Optional.empty();
    }
    return parent instanceof Stmt.Local local && local.initializer() == work
        ? ofEach(file, local).stream().findFirst()
        : Optional.empty();
  }

  /** The calls that take the work that a local holds to another thread. */
  public static List<Invocation> ofEach(SourceFile file, Stmt.Local work) {
    List<Invocation> calls = new ArrayList<>();
    for (Expr use : Bindings.of(file).uses(work)) {
      if (file.parent(use) instanceof Invocation call
          && call.arguments().contains(use)
          && is(call)) {
        calls.add(call);
      }
    }
    return calls;
  }

  /** The nearest hand-over around {@code node} within its method. */
  public static Optional<Invocation> around(SourceFile file, Node node) {
    for (Node each = file.parent(node); each != null; each = file.parent(each)) {
      if (each instanceof Decl.Type) {
        break;
      }
      if (each instanceof Expr.Lambda || each instanceof Expr.New) {
        Optional<Invocation> found = of(file, (Expr) each);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether {@code stream} is a chain of calls that made a stream parallel. */
  public static boolean isParallel(SourceFile file, Expr stream) {
    Expr start =
        stream == null
            ? null
            : Bindings.of(file).declaration(stream).map(Variable::initializer).orElse(stream);
    for (Expr each = start; each instanceof Expr.Call link; each = link.target()) {
      if (GO_ALONE.contains(link.name())) {
        return false;
      }
      if (GO_PARALLEL.contains(link.name()) && link.arguments().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
