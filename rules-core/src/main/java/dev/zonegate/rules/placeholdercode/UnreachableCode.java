package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.Set;

/** Branches that an earlier branch of the same chain has taken already. */
final class UnreachableCode {
  private UnreachableCode() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.If each : file.all(Stmt.If.class)) {
      boolean isChain = each.otherwise() instanceof Stmt.If;
      if (isChain && !(file.parent(each) instanceof Stmt.If outer && outer.otherwise() == each)) {
        chain(file, each, report);
      }
    }
  }

  private static void chain(SourceFile file, Stmt.If first, Reporter report) {
    Set<String> asked = new HashSet<>();
    for (Stmt next = first; next instanceof Stmt.If each; next = each.otherwise()) {
      if (isStable(file, each.condition()) && !asked.add(plain(file, each.condition()))) {
        report.at(
            each,
            PlaceholderCodeRule.DEAD_CODE,
            "This branch is never taken, an earlier one has the same condition");
      }
    }
  }

  private static String plain(SourceFile file, Expr condition) {
    return file.text(condition).replaceAll("\\s+", " ");
  }

  /** Asked twice it answers the same: it changes nothing and calls only what reads. */
  private static boolean isStable(SourceFile file, Expr condition) {
    return !Effects.areIn(file, condition);
  }
}
