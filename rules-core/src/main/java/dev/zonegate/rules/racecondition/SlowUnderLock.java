package dev.zonegate.rules.racecondition;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Guards;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;

/** Finds waiting, for time or for another machine, while a lock keeps all others out. */
final class SlowUnderLock {
  private static final ApiSet SLOW = ApiSet.load("concurrency/slow.api");
  private static final String JDK_LOCKS = "java.util.concurrent.locks.";

  private SlowUnderLock() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : SLOW.callsIn(file)) {
      if (SLOW.matches(call).isYes() && isLocked(file, call)) {
        report.at(
            call,
            RaceConditionRule.LOCK_NOT_RELEASED,
            call.shortName(),
            "keeps every other thread out while it waits");
      }
    }
  }

  private static boolean isLocked(SourceFile file, Expr.Call call) {
    for (Node up = file.parent(call); up != null; up = file.parent(up)) {
      if (up instanceof Expr.Lambda || up instanceof Decl.Body) {
        return false;
      }
      if (up instanceof Stmt.Synchronized) {
        return true;
      }
      if (up instanceof Decl.Method method) {
        return method.modifiers().contains(Modifier.SYNCHRONIZED) || isAfterLock(file, call);
      }
    }
    return false;
  }

  private static boolean isAfterLock(SourceFile file, Expr.Call slow) {
    boolean isTaken = false;
    for (Stmt before : Guards.of(file).completedBefore(slow)) {
      if (before instanceof Stmt.Expression statement
          && statement.expression() instanceof Expr.Call call
          && call.receiverType().name().startsWith(JDK_LOCKS)) {
        if (call.name().equals("unlock")) {
          return false;
        }
        isTaken |= call.name().equals("lock");
      }
    }
    return isTaken;
  }
}
