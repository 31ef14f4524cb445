package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.List;

/**
 * Whether a statement can complete normally, as the language defines it: control reaches what
 * follows it.
 */
public final class Completion {
  private Completion() {}

  /** Whether control can reach the end of {@code statement}. */
  public static boolean isNormal(Stmt statement) {
    if (statement instanceof Stmt.Return
        || statement instanceof Stmt.Throw
        || statement instanceof Stmt.Break
        || statement instanceof Stmt.Continue
        || statement instanceof Stmt.Yield) {
      return false;
    }
    if (statement instanceof Stmt.Block block) {
      return isNormal(block.statements());
    }
    if (statement instanceof Stmt.If choice) {
      return choice.otherwise() == null || isNormal(choice.then()) || isNormal(choice.otherwise());
    }
    if (statement instanceof Stmt.Try attempt) {
      return isNormal(attempt);
    }
    if (statement instanceof Stmt.Synchronized guarded) {
      return isNormal(guarded.body());
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return isNormal(labeled.body()) || breaks(labeled.body(), labeled.label(), 1);
    }
    if (statement instanceof Stmt.Switch choice) {
      return isNormal(choice);
    }
    return isNormalLoop(statement);
  }

  /** Whether control can reach the end of {@code statements}. */
  public static boolean isNormal(List<Stmt> statements) {
    return statements.stream().allMatch(Completion::isNormal);
  }

  private static boolean isNormal(Stmt.Try attempt) {
    if (attempt.finallyBlock() != null && !isNormal(attempt.finallyBlock())) {
      return false;
    }
    return isNormal(attempt.body())
        || attempt.catches().stream().map(Catch::body).anyMatch(Completion::isNormal);
  }

  private static boolean isNormal(Stmt.Switch choice) {
    boolean hasDefault = choice.cases().stream().anyMatch(Case::isDefault);
    if (!hasDefault || choice.cases().isEmpty() || breaks(choice, null, 0)) {
      return true;
    }
    Case last = choice.cases().get(choice.cases().size() - 1);
    return last.isArrow()
        ? choice.cases().stream().anyMatch(each -> isNormal(each.body()))
        : isNormal(last.body());
  }

  private static boolean isNormalLoop(Stmt statement) {
    if (statement instanceof Stmt.While loop) {
      return !isTrue(loop.condition()) || breaks(loop, null, 0);
    }
    if (statement instanceof Stmt.DoWhile loop) {
      return !isTrue(loop.condition()) && isNormal(loop.body()) || breaks(loop, null, 0);
    }
    if (statement instanceof Stmt.For loop) {
      return loop.condition() != null && !isTrue(loop.condition()) || breaks(loop, null, 0);
    }
    return true;
  }

  private static boolean isTrue(Expr condition) {
    return condition instanceof Expr.Literal literal && Boolean.TRUE.equals(literal.value());
  }

  /**
   * Whether a {@code break} below {@code node} leaves it.
   *
   * @param label the label to leave, or null for an unlabelled one
   * @param depth how many loops and switches stand between
   */
  private static boolean breaks(Node node, String label, int depth) {
    if (node instanceof Stmt.Break exit) {
      return exit.label() == null ? label == null && depth <= 1 : exit.label().equals(label);
    }
    int inner = isBreakable(node) ? depth + 1 : depth;
    for (Node part : node.children()) {
      if (part instanceof Stmt || part instanceof Case || part instanceof Catch) {
        if (breaks(part, label, inner)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBreakable(Node node) {
    return node instanceof Stmt.While
        || node instanceof Stmt.DoWhile
        || node instanceof Stmt.For
        || node instanceof Stmt.ForEach
        || node instanceof Stmt.Switch;
  }
}
