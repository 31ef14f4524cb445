package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;

/**
 * Whether the answer to a question decides how a method goes on: {@code if (!user.isAdmin())
 * return}, not {@code page.put("mayDelete", user.isAdmin())}.
 */
final class Deciding {
  private static final Set<String> QUESTIONS = Set.of("is", "has", "can", "may");
  private static final Set<String> DEMANDS =
      Set.of("check", "require", "assert", "verify", "ensure", "enforce", "throw", "filter");
  private static final int DEEPEST = 2;
  private final SourceFile file;

  Deciding(SourceFile file) {
    this.file = file;
  }

  /** False for a question whose answer is only shown, kept or handed on. */
  boolean decides(Invocation use) {
    return !(use instanceof Expr.Call call)
        || !QUESTIONS.contains(Words.first(call.name()))
        || decides(call, DEEPEST);
  }

  private boolean decides(Expr answer, int depth) {
    Node each = answer;
    for (Node up = file.parent(each); up != null; up = file.parent(up)) {
      if (up instanceof Stmt.If choice) {
        return choice.condition() != each || decides(choice);
      }
      if (up instanceof Stmt.Local local) {
        return depth > 0
            && Bindings.of(file).uses(local).stream().anyMatch(use -> decides(use, depth - 1));
      }
      if (up instanceof Expr.New || up instanceof Stmt.Expression) {
        return false;
      }
      if (up instanceof Expr.Call call) {
        return call.target() == each || DEMANDS.contains(Words.first(call.name()));
      }
      if (!(up instanceof Expr.Unary || up instanceof Expr.Binary || up instanceof Expr.Cast)) {
        return true;
      }
      each = up;
    }
    return true;
  }

  /** Whether one arm leaves, there are two, or nothing but an end follows. */
  private boolean decides(Stmt.If choice) {
    return choice.otherwise() != null || leaves(choice.then()) || isLast(choice);
  }

  private boolean leaves(Stmt arm) {
    return !Completion.isNormal(arm)
        || !file.allIn(arm, Stmt.Return.class).isEmpty()
        || !file.allIn(arm, Stmt.Throw.class).isEmpty();
  }

  private boolean isLast(Stmt.If choice) {
    if (!(file.parent(choice) instanceof Stmt.Block block)) {
      return false;
    }
    List<Stmt> all = block.statements();
    return all.subList(all.indexOf(choice) + 1, all.size()).stream()
        .allMatch(each -> each instanceof Stmt.Return);
  }
}
