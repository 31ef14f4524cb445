package dev.zonegate.rules.placeholdercode;

import dev.zonegate.match.Bindings;
import dev.zonegate.model.Case;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Severity;

/** Locals that nothing reads. */
final class UnusedLocals {
  private UnusedLocals() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.Local each : file.all(Stmt.Local.class)) {
      if (isOwn(file, each)
          && !UnusedMembers.isSaidUnused(each.name())
          && each.annotations().isEmpty()
          && Bindings.of(file).uses(each).stream()
              .noneMatch(use -> UnusedMembers.isReading(file, use))) {
        report
            .at(
                each,
                PlaceholderCodeRule.DEAD_CODE,
                "The local `" + each.name() + "` is never read")
            .severity(Severity.NOTE);
      }
    }
  }

  /** Resources are closed, and loops need a variable. */
  private static boolean isOwn(SourceFile file, Stmt.Local local) {
    Node up = file.parent(local);
    return up instanceof Stmt.Block || up instanceof Case;
  }
}
