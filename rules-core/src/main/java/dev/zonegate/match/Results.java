package dev.zonegate.match;

import dev.zonegate.model.Case;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The values that a switch expression can have. */
public final class Results {
  private Results() {}

  /** In source order. */
  public static List<Expr> of(Expr.SwitchExpr choice) {
    List<Expr> results = new ArrayList<>();
    for (Case each : choice.cases()) {
      for (Stmt statement : each.body()) {
        if (each.isArrow() && statement instanceof Stmt.Expression value) {
          results.add(value.expression());
        } else {
          collect(statement, results);
        }
      }
    }
    return results;
  }

  private static void collect(Node node, List<Expr> results) {
    if (node instanceof Stmt.Yield yield) {
      results.add(yield.value());
    } else if (!(node instanceof Expr) && !(node instanceof Decl)) {
      node.children().forEach(child -> collect(child, results));
    }
  }
}
