package dev.zonegate.match.flow;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;

/** Which expression a node fails on if it is null. */
public final class Dereferences {
  private Dereferences() {}

  /**
   * What {@code node} itself dereferences: the target of a call or field access, an array, the
   * iterable of a loop, the selector of a switch, a lock; null if nothing.
   */
  public static Expr by(Node node) {
    if (node instanceof Expr.Call call) {
      boolean isStatic = call.method() != null && call.method().isStatic();
      return isStatic ? null : instance(call.target());
    }
    if (node instanceof Expr.FieldAccess access) {
      boolean isStatic = access.variable() != null && access.variable().isStatic();
      return isStatic ? null : instance(access.target());
    }
    if (node instanceof Expr.MethodReference reference) {
      return instance(reference.target());
    }
    if (node instanceof Expr.Index index) {
      return index.array();
    }
    return byStatement(node);
  }

  private static Expr byStatement(Node node) {
    if (node instanceof Stmt.ForEach loop) {
      return loop.iterable();
    }
    if (node instanceof Stmt.Switch choice) {
      return takesNull(choice.cases()) ? null : choice.selector();
    }
    if (node instanceof Expr.SwitchExpr choice) {
      return takesNull(choice.cases()) ? null : choice.selector();
    }
    return node instanceof Stmt.Synchronized guarded ? guarded.lock() : null;
  }

  private static Expr instance(Expr target) {
    return target instanceof Expr.TypeName
            || target instanceof Expr.This
            || target instanceof Expr.Super
        ? null
        : target;
  }

  private static boolean takesNull(List<Case> cases) {
    return cases.stream()
        .flatMap(each -> each.labels().stream())
        .anyMatch(label -> label instanceof Expr.Literal literal && literal.isNull());
  }

  /** The node that dereferences {@code value} right where it stands, or null. */
  public static Node of(SourceFile file, Expr value) {
    Node parent = file.parent(value);
    return parent != null && by(parent) == value ? parent : null;
  }
}
