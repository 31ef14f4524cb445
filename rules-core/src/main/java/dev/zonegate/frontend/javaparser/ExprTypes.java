package dev.zonegate.frontend.javaparser;

import dev.zonegate.model.TypeRef;
import java.util.List;

/** The types of expressions that follow from their parts alone. */
final class ExprTypes {
  private static final TypeRef STRING = TypeRef.named("java.lang.String");
  private static final TypeRef BOOLEAN = TypeRef.primitive("boolean");
  private static final List<String> WIDTHS = List.of("int", "long", "float", "double");

  private ExprTypes() {}

  static TypeRef ofLiteral(Object value) {
    if (value instanceof String) {
      return STRING;
    }
    if (value instanceof Character) {
      return TypeRef.primitive("char");
    }
    if (value instanceof Integer) {
      return TypeRef.primitive("int");
    }
    if (value instanceof Long) {
      return TypeRef.primitive("long");
    }
    return TypeRef.primitive(value instanceof Float ? "float" : "double");
  }

  static TypeRef ofUnary(String operator, TypeRef operand) {
    return switch (operator) {
      case "!" -> BOOLEAN;
      case "++", "--" -> operand;
      default -> promoted(operand, TypeRef.primitive("int"));
    };
  }

  static TypeRef ofBinary(String operator, TypeRef left, TypeRef right) {
    return switch (operator) {
      case "==", "!=", "<", "<=", ">", ">=", "&&", "||" -> BOOLEAN;
      case "<<", ">>", ">>>" -> promoted(left, TypeRef.primitive("int"));
      case "&", "|", "^" -> isBoolean(left) && isBoolean(right) ? BOOLEAN : promoted(left, right);
      case "+" -> isString(left) || isString(right) ? STRING : promoted(left, right);
      default -> promoted(left, right);
    };
  }

  /** Other types than these may be widened to what the surroundings ask for. */
  static TypeRef ofConditional(TypeRef then, TypeRef otherwise) {
    boolean isSame = then.equals(otherwise) && (then.isPrimitive() || isString(then));
    return isSame ? then : TypeRef.UNKNOWN;
  }

  /** The type of an array's elements. */
  static TypeRef element(TypeRef array) {
    if (!array.isArray()) {
      return TypeRef.UNKNOWN;
    }
    String name = array.name().substring(0, array.name().length() - "[]".length());
    boolean isPrimitive = name.indexOf('.') < 0 && !name.endsWith("[]") && isPrimitiveName(name);
    return isPrimitive ? TypeRef.primitive(name) : named(name);
  }

  private static TypeRef named(String name) {
    return name.endsWith("[]") ? element(TypeRef.named(name)).array() : TypeRef.named(name);
  }

  private static boolean isPrimitiveName(String name) {
    return switch (name) {
      case "boolean", "byte", "short", "int", "long", "char", "float", "double" -> true;
      default -> false;
    };
  }

  private static boolean isString(TypeRef type) {
    return type.name().equals("java.lang.String");
  }

  private static boolean isBoolean(TypeRef type) {
    return type.name().equals("boolean");
  }

  /** Binary numeric promotion (JLS 5.6.2) of primitive operands. */
  private static TypeRef promoted(TypeRef left, TypeRef right) {
    boolean isNumeric =
        left.isPrimitive() && right.isPrimitive() && !isBoolean(left) && !isBoolean(right);
    if (!isNumeric) {
      return TypeRef.UNKNOWN;
    }
    int width = Math.max(WIDTHS.indexOf(left.name()), WIDTHS.indexOf(right.name()));
    return TypeRef.primitive(WIDTHS.get(Math.max(0, width)));
  }
}
