package dev.zonegate.match;

import dev.zonegate.model.Expr;

/** What a value is called where it is read. */
public final class LeafName {
  private LeafName() {}

  /**
   * The last name of an access path: {@code expiresAt} of {@code token.getExpiresAt()}, {@code
   * token.expiresAt} and {@code expiresAt}; empty for anything else.
   */
  public static String of(Expr expression) {
    if (expression instanceof Expr.Name name) {
      return name.name();
    }
    if (expression instanceof Expr.FieldAccess field) {
      return field.name();
    }
    return expression instanceof Expr.Call call ? property(call) : "";
  }

  private static String property(Expr.Call call) {
    String name = call.name();
    if (!call.arguments().isEmpty()) {
      return "";
    }
    return name.startsWith("get") && name.length() > 3
        ? Character.toLowerCase(name.charAt(3)) + name.substring(4)
        : name;
  }
}
