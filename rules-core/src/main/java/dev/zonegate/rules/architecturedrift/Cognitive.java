package dev.zonegate.rules.architecturedrift;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;

/** How hard a method is to follow: breaks of the flow, the more the deeper they stand. */
final class Cognitive {
  private final String name;

  Cognitive(String name) {
    this.name = name;
  }

  int of(Node node) {
    return sum(node, 0);
  }

  private int sum(Node node, int depth) {
    int all = 0;
    for (Node each : node.children()) {
      if (!(each instanceof Decl.Type) && !(each instanceof Decl.Body)) {
        all += cost(node, each, depth) + sum(each, isDeeper(node, each) ? depth + 1 : depth);
      }
    }
    return all;
  }

  private int cost(Node parent, Node node, int depth) {
    if (isElseIf(parent, node)) {
      return 1 + elseOf(node);
    }
    if (isBreak(node)) {
      return 1 + depth + elseOf(node);
    }
    boolean isJump =
        node instanceof Stmt.Break out && out.label() != null
            || node instanceof Stmt.Continue on && on.label() != null;
    boolean isRecursion =
        node instanceof Expr.Call call && call.target() == null && call.name().equals(name);
    return isJump || isRecursion || isNewOperator(parent, node) ? 1 : 0;
  }

  private static int elseOf(Node node) {
    return node instanceof Stmt.If branch
            && branch.otherwise() != null
            && !(branch.otherwise() instanceof Stmt.If)
        ? 1
        : 0;
  }

  private static boolean isElseIf(Node parent, Node node) {
    return parent instanceof Stmt.If outer && outer.otherwise() == node && node instanceof Stmt.If;
  }

  private static boolean isBreak(Node node) {
    return node instanceof Stmt.If
        || node instanceof Stmt.For
        || node instanceof Stmt.ForEach
        || node instanceof Stmt.While
        || node instanceof Stmt.DoWhile
        || node instanceof Stmt.Switch
        || node instanceof Expr.SwitchExpr
        || node instanceof Expr.Conditional
        || node instanceof Catch;
  }

  private static boolean isDeeper(Node parent, Node node) {
    return isBreak(node) && !isElseIf(parent, node) || node instanceof Expr.Lambda;
  }

  /** A run of one logical operator counts once. */
  private static boolean isNewOperator(Node parent, Node node) {
    return node instanceof Expr.Binary binary
        && (binary.operator().equals("&&") || binary.operator().equals("||"))
        && !(parent instanceof Expr.Binary outer && outer.operator().equals(binary.operator()));
  }
}
