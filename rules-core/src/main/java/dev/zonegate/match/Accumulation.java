package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.Set;

/** How a local, parameter or builder gets its text: assigned, added to, filled by a method. */
final class Accumulation {
  private static final Set<String> ADDING =
      Set.of("append", "add", "addAll", "addFirst", "addLast", "insert", "put", "push", "offer");
  private static final Set<String> CLEARING = Set.of("clear", "setLength");
  private final TextWalk walk;
  private final Flow flow;
  private final DeadBranch dead;

  Accumulation(TextWalk walk) {
    this.walk = walk;
    this.flow = Flow.of(walk.file);
    this.dead = new DeadBranch(walk.file);
  }

  /** Adds what {@code variable} holds at {@code use}. */
  void walk(Variable variable, Node use, Runnable start) {
    int length = walk.length();
    int count = walk.partCount();
    start.run();
    for (Expr each : walk.bindings.uses(variable)) {
      boolean isEarlier = each.span().compareTo(use.span()) < 0 && flow.mayPrecede(each, use);
      if (isEarlier && !dead.contains(each)) {
        change(each, use, length, count);
      }
    }
  }

  private void change(Expr each, Node use, int length, int count) {
    Node parent = walk.file.parent(each);
    if (parent instanceof Expr.Assign assign && assign.assigned() == each) {
      boolean isWithin = assign.span().contains(use.span());
      if (!isWithin) {
        assignment(assign, use, length, count);
      }
    } else if (parent instanceof Expr.Call call && call.target() == each && isFillable(each)) {
      chain(call, use, length, count);
    } else if (parent instanceof Expr.Call call && isFilling(call)) {
      filled(call, each);
    }
  }

  /** A builder or collection; any other object makes of what it is given what it likes. */
  private static boolean isFillable(Expr target) {
    return !target.type().isResolved()
        || !target
            .type()
            .isAnyOf(
                "java.lang.Appendable",
                "java.util.StringJoiner",
                "java.util.Collection",
                "java.util.Map")
            .isNo();
  }

  private void assignment(Expr.Assign assign, Node use, int length, int count) {
    boolean isReplaced = assign.operator().equals("=");
    if (isReplaced && flow.surelyPrecedes(assign, use)) {
      Variable self = walk.bindings.declaration(assign.assigned()).orElse(null);
      walk.replace(self, length, count, assign.value());
    } else if (isReplaced && !startsWithItself(assign)) {
      walk.alternative(length, assign.value());
    } else {
      walk.walk(assign.value());
    }
  }

  private boolean startsWithItself(Expr.Assign assign) {
    Variable self = walk.bindings.declaration(assign.assigned()).orElse(null);
    return walk.bindings.uses(self).stream()
        .anyMatch(it -> it != assign.assigned() && assign.value().span().contains(it.span()));
  }

  /** {@code builder.append(a).append(b)}, from the inside out. */
  private void chain(Expr.Call first, Node use, int length, int count) {
    Expr.Call call = first;
    while (true) {
      if (CLEARING.contains(call.name()) && flow.surelyPrecedes(call, use)) {
        walk.reset(length, count);
      } else if (ADDING.contains(call.name()) && !call.arguments().isEmpty()) {
        added(call.arguments());
      }
      if (!(walk.file.parent(call) instanceof Expr.Call next) || next.target() != call) {
        return;
      }
      call = next;
    }
  }

  private void added(List<Expr> arguments) {
    walk.walk(arguments.get(arguments.size() - 1));
  }

  private boolean isFilling(Expr.Call call) {
    return walk.methods.declaration(call).isPresent();
  }

  /** The builder is handed to a method of this file, which adds to it. */
  private void filled(Expr.Call call, Expr builder) {
    Decl.Method method = walk.methods.declaration(call).orElseThrow();
    int index = Flow.indexOf(call.arguments(), builder);
    boolean isMutable = !builder.type().isNamed("java.lang.String");
    if (index < 0 || index >= method.params().size() || method.body() == null || !isMutable) {
      return;
    }
    Decl.Param param = method.params().get(index);
    walk.enter(
        method,
        call.arguments(),
        () -> {
          for (Expr each : walk.bindings.uses(param)) {
            Node parent = walk.file.parent(each);
            if (parent instanceof Expr.Call added && added.target() == each) {
              chain(added, method, walk.length(), walk.partCount());
            } else if (parent instanceof Expr.Call passed && isFilling(passed)) {
              filled(passed, each);
            }
          }
        });
  }
}
