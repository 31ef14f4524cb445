package dev.zonegate.model;

import java.util.List;
import java.util.Optional;

/**
 * A use of a method or constructor: a call, {@code new}, a method reference, {@code this(...)} or
 * {@code super(...)}.
 */
public sealed interface Invocation extends Node
    permits Expr.Call, Expr.New, Expr.MethodReference, Stmt.ConstructorCall {
  /** The method's simple name; {@code new} for a constructor. */
  String name();

  /** The declaration it resolves to, or null if unknown. */
  MethodRef method();

  /** What it is called on as written, or null ({@code foo()}, {@code new X()}). */
  Expr target();

  /** The arguments; none for a method reference. */
  List<Expr> arguments();

  /** One of the arguments, if it is there: a method reference has none, broken code too few. */
  default Optional<Expr> argument(int index) {
    return index >= 0 && index < arguments().size()
        ? Optional.of(arguments().get(index))
        : Optional.empty();
  }

  /**
   * The type whose method is meant: the target's static type, the created type, else the declaring
   * type.
   */
  default TypeRef receiverType() {
    if (target() != null && !target().type().isUnknown()) {
      return target().type();
    }
    return method() == null ? TypeRef.UNKNOWN : method().owner();
  }

  /**
   * Short text for a message: {@code LocalDate.now()}, {@code orders.findById(...)}, {@code new
   * Socket(...)}, {@code X::now}.
   */
  String shortName();
}
