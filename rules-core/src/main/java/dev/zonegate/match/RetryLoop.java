package dev.zonegate.match;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A loop that does the same again until it works: a success leaves it, a failure that is caught
 * goes round again. A loop that goes on after a success, too, is a service and none of these.
 *
 * @param attempt the {@code try} in it
 * @param retried the clauses that lead to the next round
 */
public record RetryLoop(SourceFile file, Stmt loop, Stmt.Try attempt, List<Catch> retried) {
  private static final Set<String> COMPARING = Set.of("<", "<=", ">", ">=");
  private static final Set<String> CLOCK =
      Set.of("isBefore", "isAfter", "hasRemaining", "compareTo");

  /** The retry loops of a file, in source order; computed once. */
  public static List<RetryLoop> in(SourceFile file) {
    return file.derived(All.class, All::new).loops;
  }

  private static final class All {
    private final List<RetryLoop> loops = new ArrayList<>();

    private All(SourceFile file) {
      for (Stmt each : file.all(Stmt.class)) {
        if (Following.isLoop(each) && !(each instanceof Stmt.ForEach)) {
          add(file, each);
        }
      }
    }

    private void add(SourceFile file, Stmt loop) {
      for (Stmt.Try attempt : file.allIn(body(loop), Stmt.Try.class)) {
        if (isDirectlyIn(file, attempt, loop) && leavesOnSuccess(file, attempt, loop)) {
          List<Catch> retried =
              attempt.catches().stream().filter(each -> goesRound(file, each)).toList();
          if (!retried.isEmpty()) {
            loops.add(new RetryLoop(file, loop, attempt, retried));
            return;
          }
        }
      }
    }
  }

  private static Stmt body(Stmt loop) {
    if (loop instanceof Stmt.While each) {
      return each.body();
    }
    return loop instanceof Stmt.DoWhile each ? each.body() : ((Stmt.For) loop).body();
  }

  private static Expr condition(Stmt loop) {
    if (loop instanceof Stmt.While each) {
      return each.condition();
    }
    return loop instanceof Stmt.DoWhile each ? each.condition() : ((Stmt.For) loop).condition();
  }

  private static boolean isDirectlyIn(SourceFile file, Node node, Stmt loop) {
    for (Node up = file.parent(node); up != loop; up = file.parent(up)) {
      if (up == null || Following.isLoop(up) || up instanceof Expr.Lambda || up instanceof Decl) {
        return false;
      }
    }
    return true;
  }

  /** Whether the last thing done without a failure leaves the loop or ends its condition. */
  private static boolean leavesOnSuccess(SourceFile file, Stmt.Try attempt, Stmt loop) {
    if (exits(file, attempt.body(), loop)) {
      return true;
    }
    List<Stmt> next = next(file, attempt);
    return !next.isEmpty() && next.stream().anyMatch(each -> exits(file, each, loop));
  }

  /** What follows the {@code try} in its block, if a failure does not get there. */
  private static List<Stmt> next(SourceFile file, Stmt.Try attempt) {
    boolean isSkipped =
        attempt.catches().stream().noneMatch(each -> Completion.isNormal(each.body().statements()));
    if (!isSkipped || !(file.parent(attempt) instanceof Stmt.Block block)) {
      return List.of();
    }
    int index = Flow.indexOf(block.statements(), attempt);
    return block.statements().subList(index + 1, block.statements().size());
  }

  private static boolean exits(SourceFile file, Stmt part, Stmt loop) {
    for (Stmt each : file.allIn(part, Stmt.class)) {
      boolean isExit =
          each instanceof Stmt.Return || each instanceof Stmt.Break && isOf(file, each, loop);
      if (isExit && isDirectlyIn(file, each, loop) && !isInCatch(file, each, part)) {
        return true;
      }
      if (each instanceof Stmt.Expression set && endsCondition(file, set.expression(), loop)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(SourceFile file, Stmt exit, Stmt loop) {
    for (Node up = file.parent(exit); up != null; up = file.parent(up)) {
      if (up == loop) {
        return true;
      }
      if (Following.isLoop(up) || up instanceof Stmt.Switch) {
        return false;
      }
    }
    return false;
  }

  private static boolean isInCatch(SourceFile file, Node node, Node within) {
    for (Node up = file.parent(node); up != within && up != null; up = file.parent(up)) {
      if (up instanceof Catch) {
        return true;
      }
    }
    return false;
  }

  /** {@code success = true}, {@code result = call()}, where the loop's condition asks for it. */
  private static boolean endsCondition(SourceFile file, Expr expression, Stmt loop) {
    if (!(expression instanceof Expr.Assign assign) || condition(loop) == null) {
      return false;
    }
    Variable set = Bindings.of(file).declaration(assign.assigned()).orElse(null);
    return set instanceof Stmt.Local
        && file.allIn(condition(loop), Expr.Name.class).stream()
            .anyMatch(each -> Bindings.of(file).declaration(each).orElse(null) == set)
        && !(assign.value() instanceof Expr.Binary);
  }

  /** Whether some way through the clause leads to the next round. */
  private static boolean goesRound(SourceFile file, Catch clause) {
    if (Completion.isNormal(clause.body().statements())) {
      return true;
    }
    return file.allIn(clause.body(), Stmt.Continue.class).stream()
        .anyMatch(each -> file.enclosing(each, Catch.class) == clause);
  }

  /** Whether a count, a clock, an interrupt or a switch ends it when it never works. */
  public boolean isBounded() {
    Expr condition = condition(loop);
    if (condition != null && (limits(condition) || asksSwitch(condition))) {
      return true;
    }
    for (Stmt.If each : file.allIn(body(loop), Stmt.If.class)) {
      if (limits(each.condition()) && leaves(each)) {
        return true;
      }
    }
    return attempt.catches().stream().anyMatch(RetryLoop::endsOnSome)
        || file.allIn(body(loop), Expr.Conditional.class).stream()
            .anyMatch(each -> limits(each.condition()));
  }

  private boolean leaves(Stmt.If choice) {
    boolean isThen = !Completion.isNormal(choice.then()) && !isContinue(choice.then());
    boolean isElse =
        choice.otherwise() != null
            && !Completion.isNormal(choice.otherwise())
            && !isContinue(choice.otherwise());
    return isThen || isElse || isFollowedByExit(choice);
  }

  /** {@code if (attempts < MAX) { continue; } throw e;}. */
  private boolean isFollowedByExit(Stmt.If choice) {
    return isContinue(choice.then())
        && file.parent(choice) instanceof Stmt.Block block
        && !Completion.isNormal(block.statements());
  }

  private boolean isContinue(Stmt part) {
    return !file.allIn(part, Stmt.Continue.class).isEmpty();
  }

  private static boolean endsOnSome(Catch clause) {
    return clause.types().stream()
            .map(TypeNode::ref)
            .anyMatch(each -> each.isNamed("java.lang.InterruptedException"))
        && !Completion.isNormal(clause.body().statements())
        && clause.types().size() == 1;
  }

  private boolean limits(Expr condition) {
    for (Expr each : file.allIn(condition, Expr.class)) {
      boolean isComparison =
          each instanceof Expr.Binary binary
              && (COMPARING.contains(binary.operator()) || isCountEqual(binary));
      boolean isClock =
          each instanceof Expr.Call call
              && (CLOCK.contains(call.name())
                  || call.name().equals("isInterrupted")
                  || call.name().equals("interrupted")
                  || call.name()
                      .matches(
                          "(?is)(can|should|may).*(retry|again|continue).*|has.*(left|more).*|is(exhausted|expired).*"));
      if (isComparison || isClock) {
        return true;
      }
    }
    return false;
  }

  /** {@code attempt == MAX}, {@code retries != 0}, {@code retries-- > 0}. */
  private static boolean isCountEqual(Expr.Binary binary) {
    boolean isEqual = binary.operator().equals("==") || binary.operator().equals("!=");
    return isEqual
        && (binary.left().type().isPrimitive() && !binary.left().type().name().equals("boolean"));
  }

  /** A field or method that others use to stop the loop. */
  private boolean asksSwitch(Expr condition) {
    return file.allIn(condition, Expr.class).stream()
        .anyMatch(
            each ->
                Bindings.of(file).declaration(each).orElse(null) instanceof Decl.Field
                    || each instanceof Expr.FieldAccess access
                        && access.target() instanceof Expr.This
                    || each instanceof Expr.Call call
                        && call.name()
                            .matches(
                                "(is|keep|should)?(Running|running|Active|Alive|Closed|Stopped|Shutdown|Open|Started).*"));
  }

  /** The calls that pause it. */
  public List<Expr.Call> pauses() {
    return file.allIn(loop, Expr.Call.class).stream().filter(Pauses::isPause).toList();
  }

  /** The calls that are tried, those that open the resources of the {@code try} first. */
  public List<Expr.Call> tried() {
    List<Expr.Call> tried = new ArrayList<>();
    attempt.resources().forEach(each -> tried.addAll(file.allIn(each, Expr.Call.class)));
    tried.addAll(file.allIn(attempt.body(), Expr.Call.class));
    tried.removeIf(Pauses::isPause);
    return tried;
  }

  /** The method, or null if it is in none. */
  public Decl.Method method() {
    return file.enclosing(loop, Decl.Method.class);
  }
}
