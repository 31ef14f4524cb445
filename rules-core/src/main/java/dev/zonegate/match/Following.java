package dev.zonegate.match;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;

/**
 * What runs after a statement that completes normally, up to the end of the method, lambda or
 * initialiser around it.
 *
 * @param statements the statements that follow, nearest first; from a loop on only its own rest
 * @param isInLoop whether a loop starts again before the end is reached
 */
public record Following(List<Stmt> statements, boolean isInLoop) {
  /** What follows {@code statement}. */
  public static Following after(SourceFile file, Stmt statement) {
    List<Stmt> found = new ArrayList<>();
    Node inner = statement;
    for (Node outer = file.parent(inner); outer != null; outer = file.parent(inner)) {
      if (outer instanceof Decl || outer instanceof Expr) {
        break;
      }
      if (isLoop(outer)) {
        return new Following(List.copyOf(found), true);
      }
      if (outer instanceof Stmt.Block block) {
        addAfter(block.statements(), inner, found);
      } else if (outer instanceof Stmt.Try attempt
          && inner != attempt.finallyBlock()
          && attempt.finallyBlock() != null) {
        found.add(attempt.finallyBlock());
      }
      if (!(outer instanceof Catch) && !found.isEmpty() && !Completion.isNormal(found)) {
        break;
      }
      inner = outer;
    }
    return new Following(List.copyOf(found), false);
  }

  private static void addAfter(List<Stmt> statements, Node inner, List<Stmt> found) {
    boolean isAfter = false;
    for (Stmt each : statements) {
      if (isAfter) {
        found.add(each);
      }
      isAfter |= each == inner;
    }
  }

  /** Whether {@code node} is a loop. */
  public static boolean isLoop(Node node) {
    return node instanceof Stmt.While
        || node instanceof Stmt.DoWhile
        || node instanceof Stmt.For
        || node instanceof Stmt.ForEach;
  }
}
