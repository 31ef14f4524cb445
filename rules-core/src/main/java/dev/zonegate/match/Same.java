package dev.zonegate.match;

import dev.zonegate.model.Expr;
import java.util.List;
import java.util.Objects;

/** Whether two expressions give the same value if nothing changes between them. */
public final class Same {
  private Same() {}

  /**
   * Whether {@code one} and {@code other} are the same variable, literal or chain of calls; {@code
   * this.x} is {@code x}. Of names it is only known that they are spelled alike.
   */
  public static boolean are(Expr one, Expr other) {
    if (one == null || other == null) {
      return isThis(one) && isThis(other);
    }
    String name = variableOfThis(one);
    if (name != null) {
      return name.equals(variableOfThis(other));
    }
    if (one instanceof Expr.Literal a && other instanceof Expr.Literal b) {
      return Objects.equals(a.value(), b.value());
    }
    if (one instanceof Expr.Call a && other instanceof Expr.Call b) {
      return a.name().equals(b.name())
          && are(a.target(), b.target())
          && all(a.arguments(), b.arguments());
    }
    if (one instanceof Expr.FieldAccess a && other instanceof Expr.FieldAccess b) {
      return a.name().equals(b.name()) && are(a.target(), b.target());
    }
    return areParts(one, other);
  }

  private static boolean areParts(Expr one, Expr other) {
    if (one instanceof Expr.TypeName a && other instanceof Expr.TypeName b) {
      return a.named().simpleName().equals(b.named().simpleName());
    }
    if (one instanceof Expr.Index a && other instanceof Expr.Index b) {
      return are(a.array(), b.array()) && are(a.index(), b.index());
    }
    if (one instanceof Expr.Binary a && other instanceof Expr.Binary b) {
      return a.operator().equals(b.operator())
          && are(a.left(), b.left())
          && are(a.right(), b.right());
    }
    return isThis(one) && isThis(other);
  }

  private static boolean all(List<Expr> some, List<Expr> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!are(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isThis(Expr expr) {
    return expr == null || expr instanceof Expr.This self && self.qualifier() == null;
  }

  private static String variableOfThis(Expr expr) {
    if (expr instanceof Expr.Name name) {
      return name.name();
    }
    return expr instanceof Expr.FieldAccess access && access.target() instanceof Expr.This
        ? access.name()
        : null;
  }
}
