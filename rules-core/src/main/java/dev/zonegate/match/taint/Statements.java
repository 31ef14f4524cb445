package dev.zonegate.match.taint;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Case;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Executes statements. A state is used up by what is executed in it; null cannot be reached. */
final class Statements {
  private final Execution execution;

  Statements(Execution execution) {
    this.execution = execution;
  }

  State all(List<Stmt> statements, State in) {
    State state = in;
    for (Stmt each : statements) {
      if (state == null) {
        return null;
      }
      state = one(each, state, Set.of());
    }
    return state;
  }

  private State one(Stmt statement, State in) {
    return one(statement, in, Set.of());
  }

  private State one(Stmt statement, State in, Set<String> labels) {
    if (statement instanceof Stmt.Expression done) {
      eval(done.expression(), in);
      return in;
    }
    if (statement instanceof Stmt.Local local) {
      local(local, in);
      return in;
    }
    if (statement instanceof Stmt.Block block) {
      State out = all(block.statements(), in);
      forget(block.statements(), out);
      return out;
    }
    if (statement instanceof Stmt.If choice) {
      return choose(choice, in);
    }
    if (statement instanceof Stmt.Try attempt) {
      return attempt(attempt, in);
    }
    if (statement instanceof Stmt.Switch choice) {
      return choose(choice, in, labels);
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return labeled(labeled, in, labels);
    }
    if (statement instanceof Stmt.Synchronized guarded) {
      eval(guarded.lock(), in);
      return one(guarded.body(), in);
    }
    State out = loop(statement, in, labels);
    return out == NO_LOOP ? leave(statement, in) : out;
  }

  private static final State NO_LOOP = new State();

  private State loop(Stmt statement, State in, Set<String> labels) {
    if (statement instanceof Stmt.While loop) {
      return loop(loop.condition(), loop.body(), List.of(), in, labels, false);
    }
    if (statement instanceof Stmt.DoWhile loop) {
      return loop(loop.condition(), loop.body(), List.of(), in, labels, true);
    }
    if (statement instanceof Stmt.For loop) {
      State start = all(loop.init(), in);
      State out = loop(loop.condition(), loop.body(), loop.update(), start, labels, false);
      forget(loop.init(), out);
      return out;
    }
    return statement instanceof Stmt.ForEach loop ? loop(loop, in, labels) : NO_LOOP;
  }

  private State leave(Stmt statement, State in) {
    Frame frame = execution.frame();
    if (statement instanceof Stmt.Return exit) {
      Value value = exit.value() == null ? Value.UNKNOWN : eval(exit.value(), in);
      execution.returning(exit, value, in);
      frame.returned = frame.returned.or(value);
      frame.exit = State.join(frame.exit, in);
      return null;
    }
    if (statement instanceof Stmt.Throw exit) {
      eval(exit.value(), in);
      if (!frame.handlers.isEmpty()) {
        State[] handler = frame.handlers.peek();
        handler[0] = State.join(handler[0], in);
      }
      return null;
    }
    if (statement instanceof Stmt.Break exit) {
      leave(exit.label(), in, false);
      return null;
    }
    if (statement instanceof Stmt.Continue exit) {
      leave(exit.label(), in, true);
      return null;
    }
    if (statement instanceof Stmt.Yield exit) {
      Value value = eval(exit.value(), in);
      if (!frame.yields.isEmpty()) {
        Value[] result = frame.yields.peek();
        result[0] = result[0].or(value);
      }
      leave(null, in, false);
      return null;
    }
    if (statement instanceof Stmt.ConstructorCall call) {
      execution.calls().constructor(call, in);
    } else if (statement instanceof Stmt.Assert claim) {
      eval(claim.condition(), in);
    }
    return in;
  }

  private void leave(String label, State in, boolean toContinue) {
    for (Target each : execution.frame().targets) {
      boolean isMeant =
          label == null ? toContinue ? each.isLoop : each.takesBreak : each.labels.contains(label);
      if (isMeant && toContinue) {
        each.continues = State.join(each.continues, in);
        return;
      }
      if (isMeant) {
        each.breaks = State.join(each.breaks, in);
        return;
      }
    }
  }

  private State labeled(Stmt.Labeled labeled, State in, Set<String> outer) {
    Set<String> labels = new HashSet<>(outer);
    labels.add(labeled.label());
    boolean takesLabels =
        labeled.body() instanceof Stmt.While
            || labeled.body() instanceof Stmt.DoWhile
            || labeled.body() instanceof Stmt.For
            || labeled.body() instanceof Stmt.ForEach
            || labeled.body() instanceof Stmt.Switch
            || labeled.body() instanceof Stmt.Labeled;
    if (takesLabels) {
      return one(labeled.body(), in, labels);
    }
    Target target = enter(labels, false, false);
    State out = one(labeled.body(), in);
    leave(target);
    return State.join(out, target.breaks);
  }

  private void local(Stmt.Local local, State in) {
    if (local.initializer() == null) {
      in.drop(local);
      execution.declared(local, in);
    } else {
      in.put(local, named(eval(local.initializer(), in), local, local.name()));
    }
  }

  /** The value with a step that says which variable it is in now. */
  static Value named(Value value, Node at, String name) {
    return value.isTainted() ? value.at(at, "it is in `" + name + "`") : value;
  }

  private static void forget(List<Stmt> statements, State out) {
    if (out != null) {
      for (Stmt each : statements) {
        if (each instanceof Stmt.Local local) {
          out.drop(local);
        }
      }
    }
  }

  private State choose(Stmt.If choice, State in) {
    Answer known = eval(choice.condition(), in).truth();
    State then = known.isNo() ? null : known.isUnknown() ? in.copy() : in;
    State otherwise = known.isYes() ? null : in;
    if (then != null) {
      execution.checks().assume(choice.condition(), true, then);
      then = one(choice.then(), then);
    }
    if (otherwise != null) {
      execution.checks().assume(choice.condition(), false, otherwise);
      otherwise = choice.otherwise() == null ? otherwise : one(choice.otherwise(), otherwise);
    }
    return State.join(then, otherwise);
  }

  private State loop(
      Expr condition,
      Stmt body,
      List<Expr> update,
      State in,
      Set<String> labels,
      boolean isBodyFirst) {
    State entry = in;
    State exit = null;
    Target target = enter(labels, true, true);
    for (int round = 1; entry != null; round++) {
      State state = entry.copy();
      exit = null;
      if (!isBodyFirst || round > 1) {
        Answer known = condition == null ? Answer.YES : eval(condition, state).truth();
        if (!known.isYes()) {
          exit = state.copy();
          execution.checks().assume(condition, false, exit);
        }
        if (known.isNo()) {
          break;
        }
        if (condition != null) {
          execution.checks().assume(condition, true, state);
        }
      }
      target.continues = null;
      State end = State.join(one(body, state), target.continues);
      if (end == null) {
        break;
      }
      for (Expr each : update) {
        eval(each, end);
      }
      State next = entry.copy().or(end);
      next.widen(entry);
      boolean isStable = next.isSame(entry);
      if (isStable || round >= execution.mostRounds() || execution.isTired()) {
        exit = isBodyFirst || round > 1 ? State.join(end.copy(), exit) : exit;
        if (exit != null && isBodyFirst && condition != null) {
          eval(condition, exit);
          execution.checks().assume(condition, false, exit);
        }
        break;
      }
      entry = next;
    }
    leave(target);
    return State.join(exit, target.breaks);
  }

  private State loop(Stmt.ForEach loop, State in, Set<String> labels) {
    Value iterable = eval(loop.iterable(), in);
    Target target = enter(labels, true, true);
    State entry = in;
    for (int round = 1; ; round++) {
      State state = entry.copy();
      Value element = execution.containers().element(iterable, state);
      Stmt.Local variable = loop.variable();
      boolean isInert = execution.types().isInert(variable);
      state.put(variable, isInert ? Value.UNKNOWN : named(element, variable, variable.name()));
      target.continues = null;
      State end = State.join(one(loop.body(), state), target.continues);
      if (end == null) {
        break;
      }
      end.drop(variable);
      State next = entry.copy().or(end);
      next.widen(entry);
      boolean isStable = next.isSame(entry);
      entry = next;
      if (target.breaks == null) {
        keepChecks(iterable, end, entry);
      }
      if (isStable || round >= execution.mostRounds() || execution.isTired()) {
        break;
      }
    }
    leave(target);
    return State.join(entry, target.breaks);
  }

  /** What a loop checks of each element holds for all of them. */
  private static void keepChecks(Value iterable, State end, State after) {
    for (Origin each : iterable.traces.keySet()) {
      if (end.checked(each) != SinkKind.NONE) {
        after.check(each, end.checked(each));
      }
    }
  }

  private Target enter(Set<String> labels, boolean isLoop, boolean takesBreak) {
    Target target = new Target(labels, isLoop, takesBreak);
    execution.frame().targets.push(target);
    return target;
  }

  private void leave(Target target) {
    execution.frame().targets.remove(target);
  }

  private State attempt(Stmt.Try attempt, State in) {
    for (Node each : attempt.resources()) {
      if (each instanceof Stmt.Local local) {
        local(local, in);
      } else {
        eval((Expr) each, in);
      }
    }
    State before = in.copy();
    State[] thrown = {before};
    Frame frame = execution.frame();
    frame.handlers.push(thrown);
    State end = all(attempt.body().statements(), in);
    frame.handlers.pop();
    State failed = end == null ? thrown[0] : thrown[0].or(end);
    State out = end;
    if (out != null) {
      out = out == failed ? out.copy() : out;
      forget(attempt.body().statements(), out);
    }
    State result = out == null ? null : out.copy();
    for (Catch each : attempt.catches()) {
      State handled = failed.copy();
      handled.put(each.parameter(), Value.UNKNOWN);
      result = State.join(one(each.body(), handled), result);
    }
    return attempt.finallyBlock() == null ? result : atLast(attempt.finallyBlock(), failed, result);
  }

  private State atLast(Stmt.Block block, State failed, State result) {
    if (result != null) {
      return one(block, result);
    }
    one(block, failed.copy());
    return null;
  }

  private State choose(Stmt.Switch choice, State in, Set<String> labels) {
    Value selector = eval(choice.selector(), in);
    Target target = enter(labels, false, true);
    State out = cases(choice.cases(), choice.selector(), selector, in);
    leave(target);
    return State.join(out, target.breaks);
  }

  /** The value of a switch expression; {@code in} becomes the state after it. */
  Value choose(Expr.SwitchExpr choice, State in) {
    Value selector = eval(choice.selector(), in);
    Frame frame = execution.frame();
    Value[] result = {Value.NOTHING};
    Target target = enter(Set.of(), false, true);
    frame.yields.push(result);
    State out = cases(choice.cases(), choice.selector(), selector, in.copy());
    frame.yields.pop();
    leave(target);
    State after = State.join(out, target.breaks);
    if (after != null) {
      in.or(after);
    }
    return result[0] == Value.NOTHING ? Value.UNKNOWN : result[0];
  }

  private State cases(List<Case> cases, Expr selector, Value value, State in) {
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
    return choices.mayBeNone() ? State.join(out, in) : out;
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
      return all(each.body(), entry);
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
