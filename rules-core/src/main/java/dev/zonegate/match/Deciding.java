package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the answer to a question decides how a method goes on: {@code if (!user.isAdmin())
 * return}, not {@code page.put("mayDelete", user.isAdmin())}. What only chooses among many things,
 * as in {@code roles.filter(role -> client.hasScope(role))}, turns nobody away, unless it is the
 * caller who is asked about.
 */
final class Deciding {
  private static final Set<String> QUESTIONS = Set.of("is", "has", "can", "may");
  private static final Set<String> DEMANDS =
      Set.of("check", "require", "assert", "verify", "ensure", "enforce", "throw", "filter");

  /** Methods of streams and collections that keep some of many. */
  private static final Set<String> CHOICES =
      Set.of("filter", "takeWhile", "dropWhile", "removeIf", "partitioningBy");

  /** Methods of streams whose answer is that of what they are given. */
  private static final Set<String> QUANTIFIERS = Set.of("anyMatch", "allMatch", "noneMatch");

  private static final int DEEPEST = 2;
  private final SourceFile file;

  Deciding(SourceFile file) {
    this.file = file;
  }

  /** False for a question whose answer is only shown, kept or handed on. */
  boolean decides(Invocation use) {
    return !(use instanceof Expr.Call call)
        || !QUESTIONS.contains(Words.first(call.name()))
        || decides(call, AccessChecks.isAskedOfCaller(file, call), DEEPEST);
  }

  private boolean decides(Expr answer, boolean isOfCaller, int depth) {
    Node each = answer;
    for (Node up = file.parent(each); up != null; up = file.parent(up)) {
      if (up instanceof Stmt.If choice) {
        return choice.condition() != each || decides(choice, isOfCaller, depth);
      }
      if (up instanceof Stmt.Local local) {
        return isKeptToDecide(local, null, isOfCaller, depth);
      }
      if (up instanceof Expr.Assign assign) {
        Optional<Variable> kept = Bindings.of(file).declaration(assign.assigned());
        return kept.filter(Stmt.Local.class::isInstance).isEmpty()
            || isKeptToDecide(kept.get(), assign.assigned(), isOfCaller, depth);
      }
      if (up instanceof Expr.New || up instanceof Stmt.Expression) {
        return false;
      }
      if (up instanceof Expr.Call call && call.target() != each) {
        boolean isQuantified = QUANTIFIERS.contains(call.name());
        if (!isQuantified) {
          return isOfCaller
              ? DEMANDS.contains(Words.first(call.name())) || each instanceof Expr.Lambda
              : decidesFor(call, each);
        }
      } else if (up instanceof Expr.Call) {
        return true;
      } else if (!isPassingOn(up)) {
        return true;
      }
      each = up;
    }
    return true;
  }

  /** Whether an answer that is handed to {@code call} turns a caller away there. */
  private boolean decidesFor(Expr.Call call, Node answer) {
    if (CHOICES.contains(call.name())) {
      return !isOfMany(call);
    }
    return answer instanceof Expr.Lambda || DEMANDS.contains(Words.first(call.name()));
  }

  /** {@code Optional.filter} leaves nothing or all; a stream goes on with fewer. */
  private static boolean isOfMany(Expr.Call call) {
    return call.target() == null || !call.target().type().isNamed("java.util.Optional");
  }

  private static boolean isPassingOn(Node node) {
    return node instanceof Expr.Unary
        || node instanceof Expr.Binary
        || node instanceof Expr.Cast
        || node instanceof Expr.Lambda;
  }

  /** Whether what a variable keeps decides later. */
  private boolean isKeptToDecide(Variable kept, Expr but, boolean isOfCaller, int depth) {
    return depth > 0
        && Bindings.of(file).uses(kept).stream()
            .filter(use -> use != but && !isAssigned(use))
            .anyMatch(use -> decides(use, isOfCaller, depth - 1));
  }

  private boolean isAssigned(Expr use) {
    return file.parent(use) instanceof Expr.Assign assign && assign.assigned() == use;
  }

  /** Whether one arm leaves, there are two, or nothing but an end follows. */
  private boolean decides(Stmt.If choice, boolean isOfCaller, int depth) {
    if (!isOfCaller && isInLoop(choice)) {
      return ends(choice) || isFlagged(choice, depth);
    }
    return choice.otherwise() != null || leaves(choice.then()) || isLast(choice);
  }

  /** Whether an arm ends the method or the search, and not only this turn of a loop. */
  private boolean ends(Stmt.If choice) {
    return !file.allIn(choice, Stmt.Return.class).isEmpty()
        || !file.allIn(choice, Stmt.Throw.class).isEmpty()
        || !file.allIn(choice, Stmt.Break.class).isEmpty();
  }

  /** {@code found = true}, of which something is made behind the loop. */
  private boolean isFlagged(Stmt.If choice, int depth) {
    return file.allIn(choice, Expr.Assign.class).stream()
        .map(each -> Bindings.of(file).declaration(each.assigned()))
        .flatMap(Optional::stream)
        .anyMatch(each -> isKeptToDecide(each, null, false, depth));
  }

  private boolean isInLoop(Stmt.If choice) {
    for (Node up = file.parent(choice); up instanceof Stmt; up = file.parent(up)) {
      if (up instanceof Stmt.ForEach
          || up instanceof Stmt.For
          || up instanceof Stmt.While
          || up instanceof Stmt.DoWhile) {
        return true;
      }
    }
    return false;
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
