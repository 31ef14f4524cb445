package dev.zonegate.match;

import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.Variable;
import java.util.Set;

/** Types whose text form nobody can fill with text of their own: numbers, enums, dates, UUIDs. */
public final class Inert {
  private static final Set<String> NAMES =
      Set.of(
          "boolean",
          "double",
          "float",
          "int",
          "long",
          "short",
          "java.lang.Boolean",
          "java.lang.Class",
          "java.lang.Double",
          "java.lang.Enum",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Void",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.util.UUID",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.Currency",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "java.util.stream.IntStream",
          "java.util.stream.LongStream",
          "java.util.concurrent.atomic.AtomicBoolean",
          "org.bson.types.ObjectId",
          "org.springframework.data.domain.Sort.Direction");

  private Inert() {}

  /** Whether {@code type} certainly is such a type, or an array of one. */
  public static boolean contains(TypeRef type) {
    String name = type.isArray() ? type.name().replace("[]", "") : type.name();
    if (name.equals("char") || name.equals("byte")) {
      return !type.isArray();
    }
    if (type.isPrimitive() || type.shape().kind() == TypeShape.Kind.ENUM) {
      return !name.equals("null");
    }
    return name.startsWith("java.time.")
        || NAMES.contains(name)
        || !type.isArray() && type.isA("java.lang.Number").isYes();
  }

  /** Whether a variable is declared with such a type, or as a collection or optional of it. */
  public static boolean isDeclaredBy(Variable variable) {
    return variable.type() != null && contains(variable.type());
  }

  private static boolean contains(TypeNode type) {
    if (contains(type.ref())) {
      return true;
    }
    if (type instanceof TypeNode.Array array) {
      String element = array.element().ref().name();
      return !element.equals("byte") && !element.equals("char") && contains(array.element());
    }
    return type instanceof TypeNode.Named named
        && !named.arguments().isEmpty()
        && named.arguments().stream().allMatch(Inert::contains);
  }
}
