package dev.zonegate.match.flow;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.Operands;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.List;

/**
 * The claim that a method has failed if its parameter is null: unlike {@link NonNull} it takes only
 * what certainly throws, since here the claim accuses and does not excuse.
 */
final class Rejection implements Claim {
  private static final ApiSet REJECTING = ApiSet.load("nullness/demands-non-null.api");
  private final Bindings bindings;
  private final Variable param;

  private Rejection(SourceFile file, Variable param) {
    this.bindings = Bindings.of(file);
    this.param = param;
  }

  /** Whether {@code method} does not return if the argument at {@code index} is null. */
  static boolean isBy(SourceFile file, Decl.Method method, int index) {
    if (index >= method.params().size()) {
      return false;
    }
    Decl.Param param = method.params().get(index);
    List<Stmt> statements = method.body().statements();
    boolean isThrower =
        statements.isEmpty() || statements.get(statements.size() - 1) instanceof Stmt.Throw;
    return !isThrower
        && !param.isVarargs()
        && Bindings.of(file).isAssignedOnce(param)
        && ControlFlow.of(file).beforeEnd(method, new Rejection(file, param)).isEstablished();
  }

  @Override
  public Effect after(Node node) {
    boolean isRejected =
        isParam(Dereferences.by(node))
            || node instanceof Invocation use
                && !use.arguments().isEmpty()
                && isParam(use.arguments().get(0))
                && REJECTING.matches(use).isYes();
    return isRejected ? Effect.ESTABLISHES : Effect.NONE;
  }

  private boolean isParam(Expr value) {
    return value != null && bindings.variable(value).orElse(null) == param;
  }

  @Override
  public boolean isImplied(Expr test, boolean holds) {
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return isImplied(not.operand(), !holds);
    }
    if (!(test instanceof Expr.Binary binary)) {
      return false;
    }
    if (binary.operator().equals(holds ? "&&" : "||")) {
      return Operands.of(binary, binary.operator()).stream()
          .anyMatch(each -> isImplied(each, holds));
    }
    NullTest isNull = NullTest.of(binary);
    return isNull != null && isNull.isEqual() != holds && isParam(isNull.tested());
  }
}
