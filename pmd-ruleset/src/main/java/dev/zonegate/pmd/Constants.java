package dev.zonegate.pmd;

import dev.zonegate.model.TypeRef;

/** Values of constant variables in the class of their declared type. */
final class Constants {
  private Constants() {}

  /**
   * A constant as its declared type has it; null if the type has no constants. Class files keep
   * {@code boolean}, {@code char}, {@code byte} and {@code short} as an int.
   */
  static Object coerced(Object value, TypeRef type) {
    if (value instanceof String) {
      return type.name().equals("java.lang.String") ? value : null;
    }
    if (value instanceof Boolean) {
      return type.name().equals("boolean") ? value : null;
    }
    if (value instanceof Character character) {
      return ofNumber((int) character, type.name());
    }
    return value instanceof Number number ? ofNumber(number, type.name()) : null;
  }

  private static Object ofNumber(Number value, String type) {
    return switch (type) {
      case "boolean" -> value.intValue() != 0;
      case "char" -> (char) value.intValue();
      case "byte" -> value.byteValue();
      case "short" -> value.shortValue();
      case "int" -> value.intValue();
      case "long" -> value.longValue();
      case "float" -> value.floatValue();
      case "double" -> value.doubleValue();
      default -> null;
    };
  }
}
