package dev.zonegate.match.taint;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Stmt;
import java.util.List;
import java.util.Set;

/** Executes loops until nothing new comes of another round. */
final class Loops {
  private final Execution execution;
  private final Statements statements;

  Loops(Execution execution, Statements statements) {
    this.execution = execution;
    this.statements = statements;
  }

  static boolean isOne(Stmt statement) {
    return statement instanceof Stmt.While
        || statement instanceof Stmt.DoWhile
        || statement instanceof Stmt.For
        || statement instanceof Stmt.ForEach;
  }

  State run(Stmt statement, State in, Set<String> labels) {
    if (statement instanceof Stmt.While loop) {
      return loop(loop.condition(), loop.body(), List.of(), in, labels, false);
    }
    if (statement instanceof Stmt.DoWhile loop) {
      return loop(loop.condition(), loop.body(), List.of(), in, labels, true);
    }
    if (statement instanceof Stmt.For loop) {
      State start = statements.all(loop.init(), in);
      State out = loop(loop.condition(), loop.body(), loop.update(), start, labels, false);
      Statements.forget(loop.init(), out);
      return out;
    }
    return loop((Stmt.ForEach) statement, in, labels);
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
    Target target = statements.enter(labels, true, true);
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
      State end = State.join(statements.one(body, state), target.continues);
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
    statements.leave(target);
    return State.join(exit, target.breaks);
  }

  private State loop(Stmt.ForEach loop, State in, Set<String> labels) {
    Value iterable = eval(loop.iterable(), in);
    Target target = statements.enter(labels, true, true);
    State entry = in;
    for (int round = 1; ; round++) {
      State state = entry.copy();
      Value element = execution.containers().element(iterable, state);
      Stmt.Local variable = loop.variable();
      boolean isInert = execution.types().isInert(variable);
      state.put(
          variable, isInert ? Value.UNKNOWN : Statements.named(element, variable, variable.name()));
      target.continues = null;
      State end = State.join(statements.one(loop.body(), state), target.continues);
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
    statements.leave(target);
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

  private Value eval(Expr expr, State state) {
    return execution.expressions().eval(expr, state);
  }
}
