package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** Code that nothing reaches. */
final class DeadCode {
  private DeadCode() {}

  static void find(SourceFile file, Reporter report) {
    UnusedMembers.find(file, report);
    UnusedLocals.find(file, report);
    UnusedImports.find(file, report);
    UnusedType.find(file, report);
    CommentedCode.find(file, report);
    UnreachableCode.find(file, report);
  }
}
