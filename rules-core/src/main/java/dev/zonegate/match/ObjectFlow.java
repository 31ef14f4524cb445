package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What this file does with an object: the calls on it and on what these return, through variables,
 * fields, the file's own methods and calls that hand it on, and where it leaves the file.
 */
public final class ObjectFlow {
  private static final int MOST_STEPS = 600;
  private static final ApiSet CARRYING = ApiSet.load("timeouts/carrying.api");
  private final SourceFile file;
  private final Bindings bindings;
  private final Methods methods;
  private final List<Expr.Call> calls = new ArrayList<>();
  private final List<Passed> passed = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean isLeaving;

  private ObjectFlow(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
    this.methods = Methods.of(file);
  }

  /**
   * The object as an argument.
   *
   * @param index which argument
   */
  public record Passed(Invocation to, int index) {}

  /** The flow of what {@code made} gives. */
  public static ObjectFlow of(SourceFile file, Expr made) {
    ObjectFlow flow = new ObjectFlow(file);
    flow.follow(made);
    return flow;
  }

  /** The flow of what {@code variable} holds. */
  public static ObjectFlow of(SourceFile file, Variable variable) {
    ObjectFlow flow = new ObjectFlow(file);
    flow.hold(variable);
    return flow;
  }

  /** The calls on it, and on what calls on it return; no order is promised. */
  public List<Expr.Call> calls() {
    return Collections.unmodifiableList(calls);
  }

  /** The calls that it is an argument of. */
  public List<Passed> passed() {
    return Collections.unmodifiableList(passed);
  }

  /** Whether code outside of this file may get hold of it. */
  public boolean isLeaving() {
    return isLeaving;
  }

  private void follow(Node value) {
    Node up = file.parent(value);
    if (up == null || !seen.add(value) || seen.size() > MOST_STEPS) {
      return;
    }
    if (up instanceof Variable variable) {
      hold(variable);
    } else if (up instanceof Expr.Assign assign && assign.value() == value) {
      assigned(assign);
      follow(assign);
    } else if (up instanceof Stmt.Return) {
      handBack(up);
    } else if (up instanceof Invocation use) {
      use(use, value);
    } else if (up instanceof Expr.Cast
        || up instanceof Expr.Conditional either && either.condition() != value) {
      follow(up);
    } else if (up instanceof Expr.Lambda lambda && lambda.body() == value) {
      supplied(lambda);
    } else if (up instanceof Stmt.Yield || isCaseValue(up)) {
      Node choice = file.enclosing(up, Expr.SwitchExpr.class);
      if (choice != null) {
        follow(choice);
      }
    } else if (up instanceof Expr.ArrayInitializer) {
      isLeaving = true;
    }
  }

  private boolean isCaseValue(Node up) {
    return up instanceof Stmt.Expression
        && file.parent(up) instanceof dev.zonegate.model.Case one
        && file.parent(one) instanceof Expr.SwitchExpr;
  }

  private void assigned(Expr.Assign assign) {
    Variable variable = bindings.declaration(assign.assigned()).orElse(null);
    if (variable == null) {
      isLeaving = true;
    } else {
      hold(variable);
    }
  }

  private void hold(Variable variable) {
    if (!seen.add(variable)) {
      return;
    }
    isLeaving |=
        variable instanceof Decl.Field field && !field.modifiers().contains(Modifier.PRIVATE);
    for (Expr use : bindings.uses(variable)) {
      boolean isWritten =
          file.parent(use) instanceof Expr.Assign assign && assign.assigned() == use;
      if (!isWritten) {
        follow(use);
      }
    }
  }

  private void handBack(Node statement) {
    for (Node each = file.parent(statement); each != null; each = file.parent(each)) {
      if (each instanceof Expr.Lambda lambda) {
        supplied(lambda);
        return;
      }
      if (each instanceof Decl.Method method) {
        isLeaving |= !method.modifiers().contains(Modifier.PRIVATE);
        if (seen.add(method)) {
          methods.calls(method).stream().filter(Expr.class::isInstance).forEach(this::follow);
        }
        return;
      }
    }
  }

  /** What a lambda gives comes out of the call that the lambda is an argument of. */
  private void supplied(Expr.Lambda lambda) {
    if (file.parent(lambda) instanceof Expr.Call call && call.target() != lambda) {
      follow(call);
    } else {
      isLeaving = true;
    }
  }

  private void use(Invocation use, Node value) {
    if (use.target() == value) {
      if (use instanceof Expr.Call call) {
        calls.add(call);
        follow(call);
      }
      return;
    }
    int index = Flow.indexOf(use.arguments(), value);
    if (index < 0) {
      return;
    }
    passed.add(new Passed(use, index));
    Decl.Method own = methods.declaration(use).orElse(null);
    if (own != null && index < own.params().size()) {
      hold(own.params().get(index));
    } else {
      isLeaving = true;
    }
    if (use instanceof Expr result && CARRYING.matches(use).isYes()) {
      follow(result);
    }
  }
}
