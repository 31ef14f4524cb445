package dev.zonegate.rules.resourceleak;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.List;

/** Several closes in one {@code finally}, of which the first that fails leaves out the rest. */
final class ManyCloses {
  private ManyCloses() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.Try attempt : file.all(Stmt.Try.class)) {
      if (attempt.finallyBlock() != null) {
        List<Expr.Call> closes = closes(attempt.finallyBlock());
        if (closes.size() > 1) {
          Expr.Call first = closes.get(0);
          report
              .at(
                  first,
                  ResourceLeakRule.CLOSE_NOT_IN_FINALLY,
                  first.shortName(),
                  "may fail, and then what follows in this `finally` is not closed")
              .confidence(Confidence.MEDIUM);
        }
      }
    }
  }

  private static List<Expr.Call> closes(Stmt.Block block) {
    List<Expr.Call> found = new ArrayList<>();
    for (Stmt each : block.statements()) {
      Stmt inner = each;
      if (each instanceof Stmt.If choice && choice.otherwise() == null) {
        inner =
            choice.then() instanceof Stmt.Block then && then.statements().size() == 1
                ? then.statements().get(0)
                : choice.then();
      }
      if (inner instanceof Stmt.Expression statement
          && statement.expression() instanceof Expr.Call call
          && isFailingClose(call)) {
        found.add(call);
      }
    }
    return found;
  }

  private static boolean isFailingClose(Expr.Call call) {
    return call.name().equals("close")
        && call.arguments().isEmpty()
        && call.target() != null
        && call.method() != null
        && !call.method().thrown().isEmpty();
  }
}
