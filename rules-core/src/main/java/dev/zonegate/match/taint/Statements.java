package dev.zonegate.match.taint;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Executes statements. A state is used up by what is executed in it; null cannot be reached. */
final class Statements {
  private final Execution execution;
  private final Loops loops;
  private final Switches switches;

  Statements(Execution execution) {
    this.execution = execution;
    this.loops = new Loops(execution, this);
    this.switches = new Switches(execution, this);
  }

  Switches switches() {
    return switches;
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

  State one(Stmt statement, State in) {
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
      return switches.choose(choice, in, labels);
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return labeled(labeled, in, labels);
    }
    if (statement instanceof Stmt.Synchronized guarded) {
      eval(guarded.lock(), in);
      return one(guarded.body(), in);
    }
    return Loops.isOne(statement) ? loops.run(statement, in, labels) : leave(statement, in);
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
        Loops.isOne(labeled.body())
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

  static void forget(List<Stmt> statements, State out) {
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

  /** What {@code break} and {@code continue} can mean from here on. */
  Target enter(Set<String> labels, boolean isLoop, boolean takesBreak) {
    Target target = new Target(labels, isLoop, takesBreak);
    execution.frame().targets.push(target);
    return target;
  }

  void leave(Target target) {
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

  private Value eval(Expr expr, State state) {
    return execution.expressions().eval(expr, state);
  }
}
