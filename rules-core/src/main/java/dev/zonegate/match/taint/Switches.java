package dev.zonegate.match.taint;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;

/** Executes the cases of a switch that its selector can choose. */
final class Switches {
  private final Execution execution;
  private final Statements statements;

  Switches(Execution execution, Statements statements) {
    this.execution = execution;
    this.statements = statements;
  }

  State choose(Stmt.Switch choice, State in, Set<String> labels) {
    Value selector = eval(choice.selector(), in);
    Target target = statements.enter(labels, false, true);
    State out = cases(choice.cases(), choice.selector(), selector, in, false);
    statements.leave(target);
    return State.join(out, target.breaks);
  }

  /** The value of a switch expression; {@code in} becomes the state after it. */
  Value choose(Expr.SwitchExpr choice, State in) {
    Value selector = eval(choice.selector(), in);
    Frame frame = execution.frame();
    Value[] result = {Value.NOTHING};
    Target target = statements.enter(Set.of(), false, true);
    frame.yields.push(result);
    State out = cases(choice.cases(), choice.selector(), selector, in.copy(), true);
    frame.yields.pop();
    statements.leave(target);
    State after = State.join(out, target.breaks);
    if (after != null) {
      in.become(after);
    }
    return result[0] == Value.NOTHING ? Value.UNKNOWN : result[0];
  }

  private State cases(
      List<Case> cases, Expr selector, Value value, State in, boolean isExhaustive) {
    Choices choices = new Choices(execution, cases, value);
    State out = null;
    State through = null;
    for (int i = 0; i < cases.size(); i++) {
      Case each = cases.get(i);
      State entry = through;
      if (choices.mayBe(i)) {
        State start = in.copy();
        bind(each, value, start);
        if (!each.isDefault()) {
          execution.checks().isOneOfFew(selector, value, each.labels(), start);
        }
        if (each.guard() != null) {
          eval(each.guard(), start);
          execution.checks().assume(each.guard(), true, start);
        }
        entry = State.join(entry, start);
      }
      through = null;
      if (entry != null) {
        State end = body(each, entry);
        if (each.isArrow()) {
          out = State.join(end, out);
        } else {
          through = end;
        }
      }
    }
    out = State.join(out, through);
    return choices.mayBeNone() && !isExhaustive ? State.join(out, in) : out;
  }

  private State body(Case each, State entry) {
    Frame frame = execution.frame();
    boolean isResult =
        each.isArrow()
            && !frame.yields.isEmpty()
            && execution.isSwitchExpression(each)
            && each.body().size() == 1
            && each.body().get(0) instanceof Stmt.Expression;
    if (!isResult) {
      return statements.all(each.body(), entry);
    }
    Value[] result = frame.yields.peek();
    result[0] = result[0].or(eval(((Stmt.Expression) each.body().get(0)).expression(), entry));
    return entry;
  }

  private void bind(Case each, Value value, State state) {
    for (Node label : each.labels()) {
      if (label instanceof Pattern pattern) {
        bind(pattern, value, state);
      }
    }
  }

  /** Gives the variables of a pattern what {@code value} holds. */
  void bind(Pattern pattern, Value value, State state) {
    if (pattern instanceof Pattern.Typed typed) {
      state.put(typed, execution.types().isInert(typed) ? Value.UNKNOWN : value);
    } else if (pattern instanceof Pattern.Deconstruction parts) {
      Value part = value;
      for (Site each : value.sites) {
        part = part.or(state.get(each).all());
      }
      for (Pattern each : parts.components()) {
        bind(each, part, state);
      }
    }
  }

  private Value eval(Expr expr, State state) {
    return execution.expressions().eval(expr, state);
  }
}
