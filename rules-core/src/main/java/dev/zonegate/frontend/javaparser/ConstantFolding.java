package dev.zonegate.frontend.javaparser;

import dev.zonegate.model.Expr;
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
      return unary(unary.operator(), value(unary.operand()));
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary.operator(), value(binary.left()), value(binary.right()));
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

  private static Object unary(String operator, Object value) {
    if (value instanceof Boolean b) {
      return operator.equals("!") ? !b : null;
    }
    Number number = promoted(value);
    if (number == null) {
      return null;
    }
    return switch (operator) {
      case "+" -> number;
      case "-" -> arithmetic("-", zero(number), number);
      case "~" ->
          number instanceof Integer i ? (Object) ~i : number instanceof Long l ? (Object) ~l : null;
      default -> null;
    };
  }

  private static Number zero(Number like) {
    return like instanceof Double || like instanceof Float ? (Number) (-0.0f) : (Number) 0;
  }

  private static Object binary(String operator, Object left, Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (operator.equals("+") && (left instanceof String || right instanceof String)) {
      return String.valueOf(left) + right;
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return logic(operator, a, b);
    }
    Number a = promoted(left);
    Number b = promoted(right);
    return a == null || b == null ? null : arithmetic(operator, a, b);
  }

  private static Object logic(String operator, boolean a, boolean b) {
    return switch (operator) {
      case "&&", "&" -> a && b;
      case "||", "|" -> a || b;
      case "^", "!=" -> a != b;
      case "==" -> a == b;
      default -> null;
    };
  }

  private static Number promoted(Object value) {
    if (value instanceof Character c) {
      return (int) c;
    }
    return value instanceof Number number ? number : null;
  }

  private static Object arithmetic(String operator, Number a, Number b) {
    if (operator.equals("<<") || operator.equals(">>") || operator.equals(">>>")) {
      return shift(operator, a, b);
    }
    if (a instanceof Double || b instanceof Double) {
      return real(operator, a.doubleValue(), b.doubleValue());
    }
    if (a instanceof Float || b instanceof Float) {
      Object value = real(operator, a.floatValue(), b.floatValue());
      return value instanceof Double d ? (Object) d.floatValue() : value;
    }
    Object value = integral(operator, a.longValue(), b.longValue());
    boolean isInt = a instanceof Integer && b instanceof Integer;
    return isInt && value instanceof Long l ? (Object) l.intValue() : value;
  }

  private static Object shift(String operator, Number a, Number by) {
    if (a instanceof Integer i) {
      int distance = by.intValue();
      return switch (operator) {
        case "<<" -> i << distance;
        case ">>" -> i >> distance;
        default -> i >>> distance;
      };
    }
    if (!(a instanceof Long l)) {
      return null;
    }
    long distance = by.longValue();
    return switch (operator) {
      case "<<" -> l << distance;
      case ">>" -> l >> distance;
      default -> l >>> distance;
    };
  }

  private static Object real(String operator, double a, double b) {
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      default -> Double.isNaN(a + b) ? null : comparison(operator, a < b ? -1 : a > b ? 1 : 0);
    };
  }

  private static Object integral(String operator, long a, long b) {
    boolean isDivision = operator.equals("/") || operator.equals("%");
    if (isDivision && b == 0) {
      return null;
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "%" -> a % b;
      case "&" -> a & b;
      case "|" -> a | b;
      case "^" -> a ^ b;
      default -> comparison(operator, Long.compare(a, b));
    };
  }

  private static Object comparison(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      case "!=" -> order != 0;
      default -> null;
    };
  }

  private static Object coerced(String type, Object value) {
    if (type.equals("java.lang.String")) {
      return value instanceof String ? value : null;
    }
    if (type.equals("boolean")) {
      return value instanceof Boolean ? value : null;
    }
    Number number = promoted(value);
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
