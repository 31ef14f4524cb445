package dev.zonegate.match.flow;

import dev.zonegate.model.Case;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Draws the execution of statements. */
final class StatementPaths {
  /** A method whose copies of {@code finally} blocks grow beyond this is not drawn to its end. */
  private static final int MOST_POINTS = 400_000;

  private final Sketch sketch;
  private final ExpressionPaths expressions;
  private final Sketch.Target end;
  private final Deque<Exit> exits = new ArrayDeque<>();
  private String label;

  /** What {@code break}, {@code continue} or {@code yield} can leave. */
  private record Exit(Kind kind, String label, Sketch.Target after, Sketch.Target again) {}

  private enum Kind {
    BREAKABLE,
    YIELDING,
    LABELLED
  }

  StatementPaths(Sketch sketch, Predicate<Invocation> neverReturns) {
    this.sketch = sketch;
    this.expressions = new ExpressionPaths(sketch, neverReturns, this);
    this.end = new Sketch.Target(sketch.end(), 0);
  }

  void run(List<? extends Stmt> statements) {
    statements.forEach(this::run);
  }

  /** Draws a lambda of one expression, or an initial value. */
  void value(Expr expr) {
    expressions.evaluate(expr);
  }

  void run(Stmt statement) {
    if (sketch.size() > MOST_POINTS) {
      return;
    }
    if (statement instanceof Stmt.Block block) {
      run(block.statements());
    } else if (statement instanceof Stmt.If choice) {
      run(choice);
    } else if (isLoop(statement)) {
      loop(statement);
    } else if (statement instanceof Stmt.Try attempt) {
      run(attempt);
    } else if (statement instanceof Stmt.Switch choice) {
      select(choice, choice.selector(), choice.cases(), false);
    } else if (statement instanceof Stmt.Synchronized guarded) {
      expressions.evaluate(guarded.lock());
      sketch.step(guarded);
      run(guarded.body());
    } else if (statement instanceof Stmt.Labeled labeled) {
      run(labeled);
    } else if (statement instanceof Stmt.Assert check) {
      run(check);
    } else if (!jumps(statement)) {
      simple(statement);
    }
  }

  private void simple(Stmt statement) {
    if (statement instanceof Stmt.ConstructorCall call) {
      call.arguments().forEach(expressions::evaluate);
      expressions.invoke(call);
      return;
    }
    for (Node part : statement.children()) {
      if (part instanceof Expr expr) {
        expressions.evaluate(expr);
      } else if (part instanceof Stmt inner) {
        run(inner);
      }
    }
    sketch.step(statement);
  }

  private boolean jumps(Stmt statement) {
    if (statement instanceof Stmt.Return leave) {
      if (leave.value() != null) {
        expressions.evaluate(leave.value());
      }
      sketch.step(leave);
      sketch.jump(end);
    } else if (statement instanceof Stmt.Throw failure) {
      expressions.evaluate(failure.value());
      sketch.step(failure);
      sketch.go(sketch.handler());
    } else if (statement instanceof Stmt.Break leave) {
      sketch.step(leave);
      exit(leave.label(), false);
    } else if (statement instanceof Stmt.Continue again) {
      sketch.step(again);
      exit(again.label(), true);
    } else if (statement instanceof Stmt.Yield result) {
      expressions.evaluate(result.value());
      sketch.step(result);
      yieldNow();
    } else {
      return false;
    }
    return true;
  }

  private void exit(String name, boolean isContinue) {
    for (Exit each : exits) {
      Sketch.Target target = isContinue ? each.again() : each.after();
      boolean isMeant = name == null ? each.kind() == Kind.BREAKABLE : name.equals(each.label());
      if (isMeant && target != null) {
        sketch.jump(target);
        return;
      }
    }
    sketch.stop();
  }

  private void yieldNow() {
    for (Exit each : exits) {
      if (each.kind() == Kind.YIELDING) {
        sketch.jump(each.after());
        return;
      }
    }
    sketch.stop();
  }

  private Sketch.Target here(Point point) {
    return new Sketch.Target(point, sketch.depth());
  }

  private void run(Stmt.If first) {
    Point after = sketch.join();
    Stmt rest = first;
    while (rest instanceof Stmt.If choice) {
      Point then = sketch.join();
      Point otherwise = sketch.join();
      expressions.branch(choice.condition(), then, otherwise);
      sketch.resume(then);
      run(choice.then());
      sketch.go(after);
      sketch.resume(otherwise);
      rest = choice.otherwise();
    }
    if (rest != null) {
      run(rest);
    }
    sketch.go(after);
    sketch.resume(after);
  }

  private static boolean isLoop(Stmt statement) {
    return statement instanceof Stmt.While
        || statement instanceof Stmt.DoWhile
        || statement instanceof Stmt.For
        || statement instanceof Stmt.ForEach;
  }

  private void loop(Stmt statement) {
    Point head = sketch.join();
    Point body = sketch.join();
    Point again = sketch.join();
    Point after = sketch.join();
    exits.push(new Exit(Kind.BREAKABLE, label, here(after), here(again)));
    label = null;
    if (statement instanceof Stmt.While loop) {
      sketch.go(head);
      test(loop.condition(), head, body, after);
      run(loop.body());
      sketch.go(again);
      sketch.resume(again);
      sketch.go(head);
    } else if (statement instanceof Stmt.DoWhile loop) {
      sketch.go(body);
      sketch.resume(body);
      run(loop.body());
      sketch.go(again);
      test(loop.condition(), again, body, after);
    } else if (statement instanceof Stmt.For loop) {
      run(loop.init());
      sketch.go(head);
      test(loop.condition(), head, body, after);
      run(loop.body());
      sketch.go(again);
      sketch.resume(again);
      loop.update().forEach(expressions::evaluate);
      sketch.go(head);
    } else if (statement instanceof Stmt.ForEach loop) {
      expressions.evaluate(loop.iterable());
      sketch.step(loop);
      sketch.mayFail();
      sketch.go(again);
      sketch.resume(again);
      sketch.mayGo(after);
      sketch.go(body);
      sketch.resume(body);
      sketch.step(loop.variable());
      run(loop.body());
      sketch.go(again);
    }
    exits.pop();
    sketch.resume(after);
  }

  private void test(Expr condition, Point head, Point body, Point after) {
    sketch.resume(head);
    if (condition == null) {
      sketch.go(body);
    } else {
      expressions.branch(condition, body, after);
    }
    sketch.resume(body);
  }

  private void run(Stmt.Labeled labeled) {
    Point after = sketch.join();
    if (isLoop(labeled.body())) {
      label = labeled.label();
      run(labeled.body());
    } else {
      exits.push(new Exit(Kind.LABELLED, labeled.label(), here(after), null));
      run(labeled.body());
      exits.pop();
    }
    sketch.go(after);
    sketch.resume(after);
  }

  private void run(Stmt.Assert check) {
    Point yes = sketch.join();
    Point no = sketch.join();
    expressions.branch(check.condition(), yes, no);
    sketch.resume(no);
    if (check.message() != null) {
      expressions.evaluate(check.message());
    }
    sketch.go(sketch.handler());
    sketch.resume(yes);
  }

  private void run(Stmt.Try attempt) {
    Point done = sketch.join();
    Sketch.Frame around =
        attempt.finallyBlock() == null ? null : sketch.push(attempt.finallyBlock());
    Sketch.Frame handlers = attempt.catches().isEmpty() ? null : sketch.push(null);
    for (Node each : attempt.resources()) {
      if (each instanceof Stmt resource) {
        run(resource);
      } else {
        expressions.evaluate((Expr) each);
      }
    }
    run(attempt.body());
    sketch.go(done);
    if (handlers != null) {
      sketch.pop();
      handle(attempt, handlers, done);
    }
    sketch.resume(done);
    if (around != null) {
      sketch.pop();
      finish(attempt.finallyBlock(), around);
    }
  }

  private void handle(Stmt.Try attempt, Sketch.Frame handlers, Point done) {
    boolean isAll = false;
    for (Catch each : attempt.catches()) {
      sketch.resume(handlers.dispatch());
      sketch.step(each.parameter());
      run(each.body());
      sketch.go(done);
      isAll |= each.types().stream().anyMatch(type -> isRoot(type.ref()));
    }
    if (!isAll) {
      sketch.resume(handlers.dispatch());
      sketch.go(sketch.handler());
    }
  }

  private static boolean isRoot(TypeRef type) {
    return type.isNamed("java.lang.Throwable") || type.isNamed("java.lang.Exception");
  }

  /** One copy of the block for each way in which it is entered. */
  private void finish(Stmt.Block last, Sketch.Frame around) {
    if (sketch.isReachable()) {
      run(last);
    }
    Point normal = sketch.join();
    sketch.go(normal);
    if (!around.dispatch().in().isEmpty()) {
      sketch.resume(around.dispatch());
      run(last);
      sketch.go(sketch.handler());
    }
    for (Map.Entry<Sketch.Target, Point> jump : around.jumps().entrySet()) {
      sketch.resume(jump.getValue());
      run(last);
      sketch.jump(jump.getKey());
    }
    sketch.resume(normal);
  }

  void choose(Expr.SwitchExpr choice) {
    select(choice, choice.selector(), choice.cases(), true);
    sketch.step(choice);
  }

  /** The cases are tried in order; {@code default} is taken when none fits. */
  private void select(Node choice, Expr selector, List<Case> cases, boolean isValue) {
    expressions.evaluate(selector);
    if (choice instanceof Stmt) {
      sketch.step(choice);
    }
    Point unmatched = sketch.join();
    Point after = sketch.join();
    sketch.go(unmatched);
    exits.push(new Exit(isValue ? Kind.YIELDING : Kind.BREAKABLE, label, here(after), null));
    label = null;
    Point fallen = null;
    Point otherwise = null;
    for (Case each : cases) {
      Point entry = sketch.join();
      Point next = sketch.join();
      sketch.resume(unmatched);
      if (each.isDefault()) {
        otherwise = entry;
      }
      if (!each.labels().isEmpty()) {
        sketch.mayGo(entry);
      }
      sketch.go(next);
      sketch.resume(entry);
      sketch.step(each);
      guard(each, next);
      fallen = body(each, fallen, after);
      unmatched = next;
    }
    sketch.resume(fallen);
    sketch.go(after);
    sketch.resume(unmatched);
    if (otherwise != null) {
      sketch.go(otherwise);
    } else if (!isValue) {
      sketch.go(after);
    }
    exits.pop();
    sketch.resume(after);
  }

  private void guard(Case part, Point next) {
    if (part.guard() != null) {
      Point yes = sketch.join();
      expressions.branch(part.guard(), yes, next);
      sketch.resume(yes);
    }
  }

  /** Runs a case and gives the point from which control falls into the next one, or null. */
  private Point body(Case part, Point fallen, Point after) {
    Point start = sketch.join();
    sketch.go(start);
    if (fallen != null) {
      sketch.resume(fallen);
      sketch.go(start);
    }
    sketch.resume(start);
    run(part.body());
    if (part.isArrow()) {
      sketch.go(after);
      return null;
    }
    Point end = sketch.join();
    sketch.go(end);
    return end;
  }
}
