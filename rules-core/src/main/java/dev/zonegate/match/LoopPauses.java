package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** How a retry loop waits between its attempts. */
public enum LoopPauses {
  /** It does not. */
  NONE,
  /** The same time after each. */
  CONSTANT,
  /** Longer and longer, all callers in step. */
  GROWING,
  /** With chance in it. */
  JITTERED,
  /** In a way that the file does not show. */
  UNKNOWN;

  private static final int DEEPEST = 3;

  /** How {@code loop} waits. */
  public static LoopPauses of(RetryLoop loop) {
    List<Expr.Call> pauses = loop.pauses();
    SourceFile file = loop.file();
    if (pauses.isEmpty()) {
      return isPausedElsewhere(loop) ? UNKNOWN : NONE;
    }
    Node around = loop.method() == null ? loop.loop() : loop.method();
    if (hasChance(file, around)) {
      return JITTERED;
    }
    LoopPauses most = NONE;
    for (Expr.Call pause : pauses) {
      LoopPauses kind = kind(loop, pause, DEEPEST);
      most = kind.compareTo(most) > 0 ? kind : most;
    }
    return most;
  }

  /** A call of the loop on the file's own methods, or on something else's, that may wait. */
  private static boolean isPausedElsewhere(RetryLoop loop) {
    return loop.file().allIn(loop.loop(), Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.name().matches("(?is).*(sleep|wait|backoff|pause|delay|await|poll|park).*")
                    || Methods.of(loop.file())
                        .declaration(each)
                        .filter(it -> it.body() != null)
                        .filter(it -> pauses(loop.file(), it))
                        .isPresent());
  }

  private static boolean pauses(SourceFile file, Decl.Method method) {
    return file.allIn(method.body(), Expr.Call.class).stream().anyMatch(Pauses::isPause);
  }

  private static boolean hasChance(SourceFile file, Node around) {
    return file.allIn(around, Node.class).stream().anyMatch(LoopPauses::isChance);
  }

  private static boolean isChance(Node node) {
    String name =
        node instanceof Expr.Call call
            ? call.name()
            : node instanceof Expr.Name simple
                ? simple.name()
                : node instanceof Expr.TypeName type ? type.named().simpleName() : "";
    return name.matches("(?is).*(jitter|random).*");
  }

  private static LoopPauses kind(RetryLoop loop, Expr.Call pause, int depth) {
    SourceFile file = loop.file();
    Decl.Method own = Methods.of(file).declaration(pause).orElse(null);
    if (own != null && own.body() != null) {
      return hasChance(file, own)
          ? JITTERED
          : pause.arguments().isEmpty() ? ofBody(loop, own) : ofArguments(loop, pause, depth);
    }
    if (!Pauses.isSleep(pause)) {
      return UNKNOWN;
    }
    return ofArguments(loop, pause, depth);
  }

  private static LoopPauses ofBody(RetryLoop loop, Decl.Method own) {
    return loop.file().allIn(own.body(), Expr.Call.class).stream()
        .filter(Pauses::isSleep)
        .findFirst()
        .map(each -> ofArguments(loop, each, 1))
        .orElse(UNKNOWN);
  }

  private static LoopPauses ofArguments(RetryLoop loop, Expr.Call pause, int depth) {
    List<Expr> amounts = new ArrayList<>(pause.arguments());
    return amounts.stream().allMatch(each -> isConstant(loop, each, depth)) ? CONSTANT : GROWING;
  }

  /** Whether an amount is the same in each round: nothing in it changes in the loop. */
  private static boolean isConstant(RetryLoop loop, Expr amount, int depth) {
    SourceFile file = loop.file();
    for (Expr each : file.allIn(amount, Expr.class)) {
      Variable variable = Bindings.of(file).declaration(each).orElse(null);
      boolean isChanged = variable != null && changes(loop, variable, depth);
      boolean isComputed = each instanceof Expr.Call call && !isAccessor(call);
      if (isChanged || isComputed) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAccessor(Expr.Call call) {
    return call.arguments().isEmpty() && !call.name().startsWith("next")
        || call.name().startsWith("of")
        || call.name().equals("toMillis");
  }

  private static boolean changes(RetryLoop loop, Variable variable, int depth) {
    SourceFile file = loop.file();
    if (variable instanceof Stmt.Local local
        && local.initializer() != null
        && depth > 0
        && loop.loop().span().contains(local.span())
        && !isHeader(loop, local)) {
      return !isConstant(loop, local.initializer(), depth - 1);
    }
    return Bindings.of(file).uses(variable).stream()
        .anyMatch(each -> loop.loop().span().contains(each.span()) && isChanged(file, each));
  }

  /** {@code waited += delay} changes what it is added to. */
  private static boolean isChanged(SourceFile file, Expr use) {
    Node up = file.parent(use);
    return up instanceof Expr.Assign assign && assign.assigned() == use
        || up instanceof Expr.Unary unary
            && (unary.operator().equals("++") || unary.operator().equals("--"));
  }

  private static boolean isHeader(RetryLoop loop, Stmt.Local local) {
    return loop.loop() instanceof Stmt.For each && each.init().contains(local);
  }
}
