package dev.zonegate.model;

import java.util.List;

/** Small text of nodes: keyword spans and the short forms that messages show. */
final class Spans {
  private Spans() {}

  static Span keyword(Span span, String keyword) {
    return new Span(
        span.startLine(),
        span.startColumn(),
        span.startLine(),
        span.startColumn() + keyword.length());
  }

  static String argumentText(List<Expr> arguments) {
    if (arguments.isEmpty()) {
      return "()";
    }
    String only =
        arguments.size() == 1 && arguments.get(0) instanceof Expr.Name name ? name.name() : "...";
    return "(" + only + ")";
  }

  /**
   * The dotted tail of a target as a message shows it: {@code orders.}, {@code LocalDate.}, or
   * empty if it is long.
   */
  static String targetText(Expr target, String separator) {
    if (target instanceof Expr.Name name) {
      return name.name() + separator;
    }
    if (target instanceof Expr.TypeName type && type.named() instanceof TypeNode.Named named) {
      return named.name().substring(named.name().lastIndexOf('.') + 1) + separator;
    }
    if (target instanceof Expr.FieldAccess field) {
      return field.name() + separator;
    }
    if (target instanceof Expr.Call call) {
      return call.name() + Spans.argumentText(call.arguments()) + separator;
    }
    if (target instanceof Expr.New created) {
      return created.shortName() + separator;
    }
    return "";
  }
}
