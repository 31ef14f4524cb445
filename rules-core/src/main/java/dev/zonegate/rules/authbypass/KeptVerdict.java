package dev.zonegate.rules.authbypass;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Completion;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;

/** The answer of a decision that is kept in a variable and returned at the end. */
final class KeptVerdict {
  private KeptVerdict() {}

  /** Whether a failure turns the answer to yes, or leaves it at the yes that it began with. */
  static boolean isYesAfter(SourceFile file, Decl.Method method, Catch handler) {
    if (!Completion.isNormal(handler.body())
        || FailOpenFilter.rejects(file, handler.body())
        || !(file.parent(handler) instanceof Stmt.Try attempt)) {
      return false;
    }
    return file.allIn(method.body(), Stmt.Return.class).stream()
        .filter(each -> each.value() != null && !attempt.span().contains(each.span()))
        .map(each -> Bindings.of(file).declaration(each.value()).orElse(null))
        .anyMatch(each -> each instanceof Stmt.Local kept && isYes(file, kept, attempt, handler));
  }

  private static boolean isYes(SourceFile file, Stmt.Local kept, Stmt.Try attempt, Catch handler) {
    List<Expr.Assign> all =
        file.allIn(file.enclosing(kept, Decl.Method.class), Expr.Assign.class).stream()
            .filter(each -> isTo(file, each, kept))
            .toList();
    List<Expr.Assign> failing = within(all, handler.span());
    if (!failing.isEmpty()) {
      return failing.stream().allMatch(each -> Checkpoint.isTrue(each.value()));
    }
    List<Expr.Assign> trying = within(all, attempt.body().span());
    return kept.initializer() != null
        && Checkpoint.isTrue(kept.initializer())
        && !trying.isEmpty()
        && trying.size() == all.size();
  }

  private static List<Expr.Assign> within(List<Expr.Assign> all, Span part) {
    return all.stream().filter(each -> part.contains(each.span())).toList();
  }

  private static boolean isTo(SourceFile file, Expr.Assign assign, Variable kept) {
    return Bindings.of(file).declaration(assign.assigned()).filter(it -> it == kept).isPresent();
  }
}
