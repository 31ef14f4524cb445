package dev.zonegate.match;

import dev.zonegate.model.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Takes a chain of one binary operator apart. */
public final class Operands {
  private Operands() {}

  /** The operands of {@code a op b op c} in order; the expression itself if it is no such chain. */
  public static List<Expr> of(Expr expr, String operator) {
    if (!(expr instanceof Expr.Binary whole && whole.operator().equals(operator))) {
      return List.of(expr);
    }
    Deque<Expr> operands = new ArrayDeque<>();
    Expr rest = expr;
    while (rest instanceof Expr.Binary binary && binary.operator().equals(operator)) {
      operands.addFirst(binary.right());
      rest = binary.left();
    }
    operands.addFirst(rest);
    return List.copyOf(operands);
  }
}
