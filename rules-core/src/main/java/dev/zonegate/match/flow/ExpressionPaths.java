package dev.zonegate.match.flow;

import dev.zonegate.match.Operands;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** Draws the evaluation of expressions in the order that the language gives it. */
final class ExpressionPaths {
  private final Sketch sketch;
  private final Predicate<Invocation> neverReturns;
  private final StatementPaths statements;

  ExpressionPaths(Sketch sketch, Predicate<Invocation> neverReturns, StatementPaths statements) {
    this.sketch = sketch;
    this.neverReturns = neverReturns;
    this.statements = statements;
  }

  /** Evaluates a test and goes to one of two points. */
  void branch(Expr test, Point yes, Point no) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      branch(not.operand(), no, yes);
    } else if (isShortCircuit(test)) {
      boolean isAnd = ((Expr.Binary) test).operator().equals("&&");
      List<Expr> operands = Operands.of(test, isAnd ? "&&" : "||");
      for (int i = 0; i < operands.size() - 1; i++) {
        Point next = sketch.join();
        branch(operands.get(i), isAnd ? next : yes, isAnd ? no : next);
        sketch.resume(next);
      }
      branch(operands.get(operands.size() - 1), yes, no);
    } else if (test instanceof Expr.Conditional either) {
      Point then = sketch.join();
      Point otherwise = sketch.join();
      branch(either.condition(), then, otherwise);
      sketch.resume(then);
      branch(either.then(), yes, no);
      sketch.resume(otherwise);
      branch(either.otherwise(), yes, no);
    } else if (test instanceof Expr.Literal literal && literal.value() instanceof Boolean fixed) {
      sketch.go(fixed ? yes : no);
    } else {
      evaluate(test);
      sketch.goIf(yes, test, true);
      sketch.goIf(no, test, false);
      sketch.stop();
    }
  }

  /** Evaluates an expression; chains of calls and operators without recursion. */
  void evaluate(Expr expr) {
    Deque<Expr> chain = new ArrayDeque<>();
    Expr first = expr;
    while (true) {
      if (first instanceof Expr.Call call && call.target() != null) {
        chain.push(call);
        first = call.target();
      } else if (first instanceof Expr.Binary binary && !isShortCircuit(binary)) {
        chain.push(binary);
        first = binary.left();
      } else {
        break;
      }
    }
    one(first);
    for (Expr each : chain) {
      if (each instanceof Expr.Call call) {
        call.arguments().forEach(this::evaluate);
        invoke(call);
      } else {
        evaluate(((Expr.Binary) each).right());
        sketch.step(each);
      }
    }
  }

  /** The arguments have been evaluated: the call itself. */
  void invoke(Invocation use) {
    sketch.step(use);
    sketch.mayFail();
    if (neverReturns.test(use)) {
      sketch.stop();
    }
  }

  static boolean isShortCircuit(Expr expr) {
    return expr instanceof Expr.Binary binary
        && (binary.operator().equals("&&") || binary.operator().equals("||"));
  }

  private void one(Expr expr) {
    if (isShortCircuit(expr)) {
      decide(expr);
    } else if (expr instanceof Expr.Conditional either) {
      choose(either);
    } else if (expr instanceof Expr.SwitchExpr choice) {
      statements.choose(choice);
    } else if (expr instanceof Expr.Assign assign) {
      assign(assign);
    } else if (expr instanceof Expr.Lambda || expr instanceof Annotation) {
      sketch.step(expr);
    } else if (expr instanceof Invocation use && !(expr instanceof Expr.MethodReference)) {
      parts(expr);
      invoke(use);
    } else {
      parts(expr);
      sketch.step(expr);
    }
  }

  private void parts(Expr expr) {
    for (Node part : expr.children()) {
      if (part instanceof Expr inner) {
        evaluate(inner);
      } else if (!(part instanceof TypeNode) && !(part instanceof Decl)) {
        sketch.step(part);
      }
    }
  }

  private void decide(Expr test) {
    Point yes = sketch.join();
    Point no = sketch.join();
    Point end = sketch.join();
    branch(test, yes, no);
    sketch.resume(yes);
    sketch.go(end);
    sketch.resume(no);
    sketch.go(end);
    sketch.resume(end);
    sketch.step(test);
  }

  private void choose(Expr.Conditional either) {
    Point then = sketch.join();
    Point otherwise = sketch.join();
    Point end = sketch.join();
    branch(either.condition(), then, otherwise);
    sketch.resume(then);
    evaluate(either.then());
    sketch.go(end);
    sketch.resume(otherwise);
    evaluate(either.otherwise());
    sketch.go(end);
    sketch.resume(end);
    sketch.step(either);
  }

  private void assign(Expr.Assign assign) {
    if (!(assign.assigned() instanceof Expr.Name) || !assign.operator().equals("=")) {
      parts(assign.assigned());
      sketch.step(assign.assigned());
    }
    evaluate(assign.value());
    sketch.step(assign);
  }
}
