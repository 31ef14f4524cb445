package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import java.util.Optional;
import java.util.Set;

/** A value that says nothing: {@code null}, zero, empty, or a new object without content. */
final class DefaultValue {
  private static final ApiSet EMPTY = ApiSet.load("errors/empty-values.api");
  private static final Set<String> EMPTY_CONSTANTS =
      Set.of("EMPTY", "EMPTY_LIST", "EMPTY_MAP", "EMPTY_SET", "ZERO");

  private DefaultValue() {}

  /** How a message calls it, if {@code value} is one. */
  static Optional<String> describe(Expr value) {
    if (value instanceof Expr.Literal literal) {
      return ofLiteral(literal);
    }
    if (value instanceof Expr.FieldAccess field && EMPTY_CONSTANTS.contains(field.name())
        || value instanceof Expr.FieldAccess flag
            && flag.name().equals("FALSE")
            && flag.target().type().isNamed("java.lang.Boolean")) {
      return Optional.of("`" + field(value) + "`");
    }
    if (value instanceof Expr.Call call && EMPTY.matches(call).isYes()) {
      return Optional.of("`" + call.shortName() + "`");
    }
    if (value instanceof Expr.New created && isBlank(created)) {
      return Optional.of("an empty `" + created.shortName().replaceAll("^new |\\(\\)$", "") + "`");
    }
    return value instanceof Expr.NewArray array && isEmpty(array)
        ? Optional.of("an empty array")
        : Optional.empty();
  }

  private static String field(Expr value) {
    Expr.FieldAccess field = (Expr.FieldAccess) value;
    String owner = field.target().type().simpleName();
    return owner.isEmpty() ? field.name() : owner + "." + field.name();
  }

  private static Optional<String> ofLiteral(Expr.Literal literal) {
    Object value = literal.value();
    if (value == null || Boolean.FALSE.equals(value)) {
      return Optional.of("`" + value + "`");
    }
    if (value instanceof Number number
        && (number.doubleValue() == 0 || number.doubleValue() == -1)) {
      return Optional.of("`" + value + "`");
    }
    return "".equals(value) ? Optional.of("an empty string") : Optional.empty();
  }

  private static boolean isBlank(Expr.New created) {
    TypeRef type = created.created().ref();
    return created.arguments().isEmpty()
        && created.body() == null
        && !type.isA("java.lang.Throwable").isYes()
        && !type.simpleName()
            .matches("(?s).*(Error|Fail|Problem|Exception|Fallback|Invalid|Default).*");
  }

  private static boolean isEmpty(Expr.NewArray array) {
    boolean isOfSizeZero =
        array.sizes().size() == 1
            && array.sizes().get(0) instanceof Expr.Literal size
            && Integer.valueOf(0).equals(size.value());
    return isOfSizeZero || array.initializer() != null && array.initializer().children().isEmpty();
  }
}
