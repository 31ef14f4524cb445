package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Printed;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;

/** Whether a text is for those who run the program: logs of every kind, descriptions of objects. */
final class Spoken {
  private static final Set<String> LEVELS =
      Set.of("trace", "debug", "info", "warn", "error", "fatal", "log");
  private static final String DESCRIBING = "ToStringHelper";

  private Spoken() {}

  static boolean isSpoken(SourceFile file, Node text) {
    return Printed.isPrinted(file, text)
        || Printed.isDescription(file, text)
        || isTold(file, text)
        || file.parent(text) instanceof Stmt.Local local && isToldOnly(file, local);
  }

  private static boolean isToldOnly(SourceFile file, Stmt.Local local) {
    List<Expr> uses = Bindings.of(file).uses(local);
    return !uses.isEmpty() && uses.stream().allMatch(use -> isTold(file, use));
  }

  /** Given to a reporter of the project's own, or to what makes a {@code toString()}. */
  private static boolean isTold(SourceFile file, Node text) {
    return file.parent(text) instanceof Expr.Call call
        && call.target() != text
        && call.target() != null
        && (LEVELS.contains(call.name()) || DESCRIBING.equals(call.receiverType().simpleName()));
  }
}
