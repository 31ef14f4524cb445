package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Operands;
import dev.zonegate.model.Expr;
import java.util.Optional;

/** What a condition asks to be there or not. */
final class NullCheck {
  private NullCheck() {}

  /** The value that {@code test} asks to be there. */
  static Optional<Expr> notNull(Expr test) {
    Optional<Expr> compared = compared(test, "!=");
    if (compared.isPresent()) {
      return compared;
    }
    if (test instanceof Expr.Unary not && not.operator().equals("!")) {
      return isNull(not.operand());
    }
    return test instanceof Expr.Call call ? asked(call, "nonNull", "isPresent") : Optional.empty();
  }

  /** The value that {@code test} asks not to be there. */
  static Optional<Expr> isNull(Expr test) {
    Optional<Expr> compared = compared(test, "==");
    if (compared.isPresent()) {
      return compared;
    }
    return test instanceof Expr.Call call ? asked(call, "isNull", "isEmpty") : Optional.empty();
  }

  /** The first value that {@code condition} asks to be there, whatever else it asks. */
  static Optional<Expr> amongConjuncts(Expr condition) {
    return Operands.of(condition, "&&").stream()
        .map(NullCheck::notNull)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Expr> compared(Expr test, String operator) {
    if (!(test instanceof Expr.Binary binary) || !binary.operator().equals(operator)) {
      return Optional.empty();
    }
    if (isNullLiteral(binary.right())) {
      return Optional.of(binary.left());
    }
    return isNullLiteral(binary.left()) ? Optional.of(binary.right()) : Optional.empty();
  }

  private static Optional<Expr> asked(Expr.Call call, String ofArgument, String ofTarget) {
    if (call.name().equals(ofArgument) && call.arguments().size() == 1) {
      return Optional.of(call.arguments().get(0));
    }
    return call.name().equals(ofTarget) && call.arguments().isEmpty()
        ? Optional.ofNullable(call.target())
        : Optional.empty();
  }

  private static boolean isNullLiteral(Expr value) {
    return value instanceof Expr.Literal literal && literal.isNull();
  }
}
