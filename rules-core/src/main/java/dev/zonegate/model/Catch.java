package dev.zonegate.model;

import java.util.List;

/** A catch clause; its parameter's type is a {@link TypeNode.Union} if it names alternatives. */
public record Catch(Span span, Decl.Param parameter, Stmt.Block body) implements Node {
  /** The caught types in order. */
  public List<TypeNode> types() {
    return parameter.type() instanceof TypeNode.Union union
        ? union.alternatives()
        : List.of(parameter.type());
  }

  @Override
  public Span anchor() {
    return Spans.keyword(span, "catch");
  }

  @Override
  public List<Node> children() {
    return Node.parts(parameter, body);
  }
}
