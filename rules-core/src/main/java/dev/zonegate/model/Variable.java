package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/**
 * Whatever declares a variable: a field, parameter, local, resource, caught exception or pattern.
 */
public sealed interface Variable extends Node
    permits Decl.Field, Decl.Param, Stmt.Local, Pattern.Typed {
  String name();

  Span nameSpan();

  Set<Modifier> modifiers();

  List<Annotation> annotations();

  /** The type as written, or null for the parameter of {@code x -> ...}. */
  TypeNode type();

  /** The initial value as written, or null. */
  default Expr initializer() {
    return null;
  }

  /** What its name means, or null if the front-end does not say. */
  VarRef symbol();

  @Override
  default Span anchor() {
    return nameSpan();
  }
}
