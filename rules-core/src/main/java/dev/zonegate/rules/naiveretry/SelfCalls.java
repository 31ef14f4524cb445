package dev.zonegate.rules.naiveretry;

import dev.zonegate.match.Methods;
import dev.zonegate.match.RemoteWork;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.rule.Reporter;

/** Finds methods that call themselves again from their own catch clause. */
final class SelfCalls {
  private final SourceFile file;

  private SelfCalls(SourceFile file) {
    this.file = file;
  }

  static void find(SourceFile file, Reporter report) {
    SelfCalls search = new SelfCalls(file);
    for (Catch clause : file.all(Catch.class)) {
      Decl.Method method = file.enclosing(clause, Decl.Method.class);
      if (method != null) {
        file.allIn(clause.body(), Expr.Call.class).stream()
            .filter(each -> Methods.of(file).declaration(each).orElse(null) == method)
            .filter(each -> !search.isLimited(each, method) && search.isRemote(clause))
            .forEach(
                each -> report.at(each, NaiveRetryRule.UNBOUNDED_RETRY, each.name() + "(...)"));
      }
    }
  }

  /** Whether something is counted: another argument than its own parameter, or a branch. */
  private boolean isLimited(Expr.Call again, Decl.Method method) {
    boolean isSame = again.arguments().size() == method.params().size();
    for (int i = 0; i < again.arguments().size() && isSame; i++) {
      isSame =
          again.arguments().get(i) instanceof Expr.Name name
              && name.name().equals(method.params().get(i).name());
    }
    for (Node up = file.parent(again); up != method && up != null; up = file.parent(up)) {
      if (up instanceof Stmt.If || up instanceof Expr.Conditional) {
        return true;
      }
    }
    return !isSame || hasExitBefore(again);
  }

  private boolean hasExitBefore(Expr.Call again) {
    Catch clause = file.enclosing(again, Catch.class);
    return file.allIn(clause.body(), Stmt.If.class).stream()
        .anyMatch(each -> each.span().isBefore(again.span()));
  }

  private boolean isRemote(Catch clause) {
    RemoteWork work = RemoteWork.of(file);
    return file.parent(clause) instanceof Stmt.Try attempt
        && file.allIn(attempt.body(), Expr.Call.class).stream().anyMatch(work::isRemote);
  }
}
