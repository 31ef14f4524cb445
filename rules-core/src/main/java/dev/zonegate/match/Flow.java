package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;

/** Order of execution as the nesting of statements shows it. */
public final class Flow {
  private final SourceFile file;

  private Flow(SourceFile file) {
    this.file = file;
  }

  /** The flow of a file. */
  public static Flow of(SourceFile file) {
    return file.derived(Flow.class, Flow::new);
  }

  /**
   * Whether {@code statement} never completes normally: it returns, throws, breaks or continues.
   */
  public boolean exits(Stmt statement) {
    return !Completion.isNormal(statement);
  }

  /**
   * Whether {@code earlier}, which stands before {@code later} in the text, can have run when
   * {@code later} does: not in the other branch, nor in one that leaves. Going round a loop is not
   * looked at.
   */
  public boolean mayPrecede(Node earlier, Node later) {
    Node child = earlier;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up.span().contains(later.span()) && contains(up, later)) {
        return !isOtherBranch(up, child, later);
      }
      if (leaves(up, child)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether {@code earlier} certainly has run when {@code later} does: no branch, loop, lambda or
   * handler stands around it that does not stand around {@code later} too.
   */
  public boolean surelyPrecedes(Node earlier, Node later) {
    if (!earlier.span().isBefore(later.span())) {
      return false;
    }
    Node child = earlier;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up.span().contains(later.span()) && contains(up, later)) {
        return !isOtherBranch(up, child, later);
      }
      if (mayBeSkipped(up, child)) {
        return false;
      }
    }
    return false;
  }

  private static boolean mayBeSkipped(Node up, Node child) {
    return up instanceof Stmt.If choice && choice.condition() != child
        || up instanceof Expr.Conditional either && either.condition() != child
        || up instanceof Stmt.While
        || up instanceof Stmt.For
        || up instanceof Stmt.ForEach each && each.iterable() != child
        || up instanceof Case
        || up instanceof dev.zonegate.model.Catch
        || up instanceof Expr.Lambda
        || up instanceof Decl
        || up instanceof Expr.Binary binary
            && binary.right() == child
            && (binary.operator().equals("&&") || binary.operator().equals("||"))
        || up instanceof Stmt.Try attempt
            && !attempt.catches().isEmpty()
            && child == attempt.body();
  }

  /** Whether leaving {@code child} also leaves {@code up}, because what follows it there exits. */
  private boolean leaves(Node up, Node child) {
    List<Stmt> statements =
        up instanceof Stmt.Block block
            ? block.statements()
            : up instanceof Case part ? part.body() : List.of();
    int index = indexOf(statements, child);
    for (int i = index; i >= 0 && i < statements.size(); i++) {
      if (statements.get(i) instanceof Stmt.Return || statements.get(i) instanceof Stmt.Throw) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOtherBranch(Node around, Node earlier, Node later) {
    if (around instanceof Stmt.If choice) {
      return choice.then() == earlier && isIn(later, choice.otherwise());
    }
    if (around instanceof Expr.Conditional either) {
      return either.then() == earlier && isIn(later, either.otherwise());
    }
    boolean isSwitch = around instanceof Stmt.Switch || around instanceof Expr.SwitchExpr;
    return isSwitch && earlier instanceof Case one && one.isArrow() && !isIn(later, one);
  }

  private static boolean isIn(Node node, Node around) {
    return around != null && around.span().contains(node.span());
  }

  private boolean contains(Node around, Node node) {
    for (Node each = node; each != null; each = file.parent(each)) {
      if (each == around) {
        return true;
      }
    }
    return false;
  }

  static int indexOf(List<? extends Node> nodes, Node wanted) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i) == wanted) {
        return i;
      }
    }
    return -1;
  }
}
