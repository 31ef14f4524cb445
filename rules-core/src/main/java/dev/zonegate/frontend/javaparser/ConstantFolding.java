package dev.zonegate.frontend.javaparser;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Operators;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.VarRef;

/** The value of a constant expression (JLS 15.29), whose names know their constants. */
final class ConstantFolding {
  private ConstantFolding() {}

  /** The value, coerced to a variable's declared type; null if there is none. */
  static Object valueAs(String type, Expr initializer) {
    Object value = value(initializer);
    return value == null ? null : coerced(type, value);
  }

  private static Object value(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Name name) {
      return constant(name.variable());
    }
    if (expr instanceof Expr.FieldAccess access && access.target() instanceof Expr.TypeName) {
      return constant(access.variable());
    }
    if (expr instanceof Expr.Unary unary) {
      return Operators.unary(unary.operator(), value(unary.operand()));
    }
    if (expr instanceof Expr.Binary binary) {
      return Operators.binary(binary.operator(), value(binary.left()), value(binary.right()));
    }
    if (expr instanceof Expr.Conditional either) {
      Object then = value(either.then());
      Object otherwise = value(either.otherwise());
      boolean isConstant = then != null && otherwise != null;
      Object condition = isConstant ? value(either.condition()) : null;
      return condition instanceof Boolean yes ? yes ? then : otherwise : null;
    }
    return expr instanceof Expr.Cast cast ? cast(cast) : null;
  }

  private static Object constant(VarRef variable) {
    return variable == null ? null : variable.constant();
  }

  private static Object cast(Expr.Cast cast) {
    Object value = value(cast.operand());
    boolean isBasic =
        cast.to() instanceof TypeNode.Primitive || cast.type().isNamed("java.lang.String");
    return value == null || !isBasic ? null : coerced(cast.type().name(), value);
  }

  private static Object coerced(String type, Object value) {
    if (type.equals("java.lang.String")) {
      return value instanceof String ? value : null;
    }
    if (type.equals("boolean")) {
      return value instanceof Boolean ? value : null;
    }
    Number number = Operators.promoted(value);
    return number == null ? null : coerced(type, number);
  }

  private static Object coerced(String type, Number number) {
    return switch (type) {
      case "byte" -> (int) number.byteValue();
      case "short" -> (int) number.shortValue();
      case "int" -> number.intValue();
      case "char" -> (char) number.intValue();
      case "long" -> number.longValue();
      case "float" -> number.floatValue();
      case "double" -> number.doubleValue();
      default -> null;
    };
  }
}
