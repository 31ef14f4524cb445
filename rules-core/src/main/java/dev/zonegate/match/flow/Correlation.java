package dev.zonegate.match.flow;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.ArrayList;
import java.util.List;

/** Variables that are set together, so that looking at one of them is looking at the other. */
final class Correlation {
  private static final int DEEPEST = 2;
  private final SourceFile file;
  private final Bindings bindings;

  Correlation(SourceFile file) {
    this.file = file;
    this.bindings = Bindings.of(file);
  }

  /**
   * Whether a branch around {@code use} asks for a variable that got its value only where {@code
   * variable} was known not to be null.
   */
  boolean isLookedAt(Variable variable, Node use) {
    Node child = use;
    for (Node up = file.parent(use); up != null && !(up instanceof Decl.Method); ) {
      Condition asked = condition(up, child);
      if (asked != null && impliesOther(asked, variable, 0)) {
        return true;
      }
      child = up;
      up = file.parent(up);
    }
    return false;
  }

  private static Condition condition(Node branch, Node taken) {
    if (branch instanceof Stmt.If choice && choice.condition() != taken) {
      return new Condition(choice.condition(), choice.then() == taken);
    }
    if (branch instanceof Expr.Conditional either && either.condition() != taken) {
      return new Condition(either.condition(), either.then() == taken);
    }
    boolean isRight =
        branch instanceof Expr.Binary both
            && both.right() == taken
            && (both.operator().equals("&&") || both.operator().equals("||"));
    return isRight
        ? new Condition(
            ((Expr.Binary) branch).left(), ((Expr.Binary) branch).operator().equals("&&"))
        : null;
  }

  private boolean impliesOther(Condition condition, Variable variable, int depth) {
    String operator = condition.holds() ? "&&" : "||";
    return depth < DEEPEST
        && Operands.of(condition.test(), operator).stream()
            .map(each -> other(each, condition.holds()))
            .anyMatch(each -> each != null && each != variable && isSetWith(each, variable, depth));
  }

  /** The variable that must be set for a test to come out so, or null. */
  private Variable other(Expr test, boolean holds) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return other(not.operand(), !holds);
    }
    if (test instanceof Expr.Binary comparison) {
      NullTest isNull = NullTest.of(comparison);
      boolean isSet = isNull != null && isNull.isEqual() != holds;
      return isSet ? bindings.variable(isNull.tested()).orElse(null) : null;
    }
    return holds ? bindings.variable(test).orElse(null) : null;
  }

  private boolean isSetWith(Variable other, Variable variable, int depth) {
    Node routine = ControlFlow.of(file).routine(variable);
    List<Expr> values = new ArrayList<>();
    if (other.initializer() != null) {
      values.add(other.initializer());
    }
    bindings.assignments(other).forEach(each -> values.add(each.value()));
    values.removeIf(each -> isNothing(each) || ControlFlow.of(file).routine(each) != routine);
    return !values.isEmpty() && values.stream().allMatch(each -> isKnownAt(each, variable, depth));
  }

  private static boolean isNothing(Expr value) {
    return value instanceof Expr.Literal literal
        && (literal.isNull() || Boolean.FALSE.equals(literal.value()));
  }

  private boolean isKnownAt(Expr value, Variable variable, int depth) {
    NonNull claim = NonNull.of(file, variable);
    return ControlFlow.of(file).before(value, claim).isEstablished()
        || claim.isImplied(value, true)
        || value instanceof Expr.Binary both
            && both.operator().equals("&&")
            && impliesOther(new Condition(both, true), variable, depth + 1);
  }
}
