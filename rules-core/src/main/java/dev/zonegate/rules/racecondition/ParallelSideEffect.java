package dev.zonegate.rules.racecondition;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Following;
import dev.zonegate.match.HandOver;
import dev.zonegate.match.Locks;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;
import java.util.Optional;
import java.util.Set;

/** Finds tasks that run side by side and fill what is not made for that. */
final class ParallelSideEffect {
  private static final Set<String> EACH =
      Set.of("forEach", "map", "mapToObj", "flatMap", "peek", "forEachOrdered");

  private ParallelSideEffect() {}

  static void find(SourceFile file, Reporter report) {
    for (Expr.Call call : file.all(Expr.Call.class)) {
      if (isChange(call)) {
        check(file, call, call.target(), call.shortName(), report);
      }
    }
    for (Expr.MethodReference each : file.all(Expr.MethodReference.class)) {
      if (SharedField.isChange(each.name())) {
        check(file, each, each.target(), each.shortName(), report);
      }
    }
    for (Expr.Index each : file.all(Expr.Index.class)) {
      Node parent = file.parent(each);
      boolean isUpdate =
          SharedField.isStep(parent)
              || parent instanceof Expr.Assign assign
                  && assign.assigned() == each
                  && !assign.operator().equals("=");
      if (isUpdate && each.index() instanceof Expr.Literal) {
        check(file, each, each.array(), file.text(parent), report);
      }
    }
  }

  private static boolean isChange(Expr.Call call) {
    return call.target() != null
        && (SharedField.isChange(call.name())
            || call.name().equals("append")
                && call.target().type().isNamed("java.lang.StringBuilder"));
  }

  private static void check(SourceFile file, Expr at, Expr target, String text, Reporter report) {
    Variable variable = Bindings.of(file).declaration(target).orElse(null);
    if (variable == null || !isUnsafe(file, variable)) {
      return;
    }
    Optional<Expr> task = task(file, at, variable);
    if (task.isPresent() && !Locks.of(file).isHeldAt(at)) {
      report.at(at, RaceConditionRule.PARALLEL_SIDE_EFFECT, text, variable.name());
    }
  }

  private static boolean isUnsafe(SourceFile file, Variable variable) {
    if (variable instanceof Decl.Field field) {
      return new SharedField(file, field).isPlainCollection();
    }
    return variable instanceof Stmt.Local local
        && local.initializer() != null
        && (SharedField.makesPlain(local.initializer())
            || local.initializer() instanceof Expr.NewArray
            || local.initializer() instanceof Expr.ArrayInitializer
            || local.initializer() instanceof Expr.New created
                && created.type().isNamed("java.lang.StringBuilder"));
  }

  /** The task around {@code at} that runs several times at once, all with the one variable. */
  private static Optional<Expr> task(SourceFile file, Expr at, Variable variable) {
    for (Node each = at; each != null; each = file.parent(each)) {
      if (each instanceof Decl.Method || each.span().contains(variable.span())) {
        break;
      }
      boolean isWork = each instanceof Expr.Lambda || each instanceof Expr.New || each == at;
      Optional<Invocation> call = isWork ? HandOver.of(file, (Expr) each) : Optional.empty();
      boolean isRepeated =
          file.parent(each) instanceof Stmt.Local local && HandOver.ofEach(file, local).size() > 1;
      if (call.isPresent() && (isRepeated || isSeveral(file, call.get(), variable))) {
        return Optional.of((Expr) each);
      }
    }
    return Optional.empty();
  }

  private static boolean isSeveral(SourceFile file, Invocation call, Variable variable) {
    if (HandOver.isParallel(file, call.target())) {
      return true;
    }
    if (isSingleThread(file, call)) {
      return false;
    }
    for (Node up = file.parent(call); up != null; up = file.parent(up)) {
      if (up.span().contains(variable.span()) || up instanceof Decl.Method) {
        return false;
      }
      if (Following.isLoop(up) && !joins(file, up) || isForEach(file, up)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a loop waits for its task before it starts the next. */
  private static boolean joins(SourceFile file, Node loop) {
    return file.allIn(loop, Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.name().equals("join") || each.name().equals("get") && each.type().isUnknown());
  }

  private static boolean isForEach(SourceFile file, Node node) {
    return node instanceof Expr.Lambda
        && file.parent(node) instanceof Expr.Call call
        && EACH.contains(call.name());
  }

  private static boolean isSingleThread(SourceFile file, Invocation call) {
    Expr executor =
        call.target() != null && Bindings.of(file).declaration(call.target()).isPresent()
            ? call.target()
            : call.arguments().size() > 1 ? call.arguments().get(1) : null;
    return executor != null
        && Bindings.of(file)
            .declaration(executor)
            .map(Variable::initializer)
            .filter(made -> file.text(made).contains("ingleThread"))
            .isPresent();
  }
}
