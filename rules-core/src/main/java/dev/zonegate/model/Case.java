package dev.zonegate.model;

import java.util.List;

/**
 * One case of a switch, statement or expression.
 *
 * @param labels constants, {@code null} and patterns in order
 * @param isDefault whether {@code default} is among its labels
 * @param guard the condition after {@code when}, or null
 * @param isArrow whether it is {@code ->}; then {@code body} is one statement (an expression is an
 *     {@link Stmt.Expression})
 */
public record Case(
    Span span, List<Node> labels, boolean isDefault, Expr guard, boolean isArrow, List<Stmt> body)
    implements Node {
  @Override
  public List<Node> children() {
    return Node.parts(labels, guard, body);
  }
}
