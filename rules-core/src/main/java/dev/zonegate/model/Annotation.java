package dev.zonegate.model;

import java.util.List;

/**
 * An annotation, on a declaration or type, or as the value of another one.
 *
 * @param name as written
 * @param type the annotation type
 * @param arguments its arguments in order
 */
public record Annotation(Span span, String name, TypeRef type, List<Argument> arguments)
    implements Expr {
  /**
   * One argument.
   *
   * @param name {@code value} if none is written
   * @param isExplicit whether the name is written
   */
  public record Argument(Span span, String name, boolean isExplicit, Expr value) implements Node {
    @Override
    public List<Node> children() {
      return Node.parts(value);
    }
  }

  /** The value of the argument called so, or null. */
  public Expr argument(String argumentName) {
    for (Argument each : arguments) {
      if (each.name().equals(argumentName)) {
        return each.value();
      }
    }
    return null;
  }

  @Override
  public List<Node> children() {
    return Node.parts(arguments);
  }
}
