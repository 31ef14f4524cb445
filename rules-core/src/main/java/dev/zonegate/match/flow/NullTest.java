package dev.zonegate.match.flow;

import dev.zonegate.model.Expr;

/**
 * {@code x == null} or {@code x != null}.
 *
 * @param tested what is compared
 * @param isEqual whether it is true for null
 */
public record NullTest(Expr tested, boolean isEqual) {
  /** The test that a comparison is, or null. */
  public static NullTest of(Expr.Binary comparison) {
    boolean isEqual = comparison.operator().equals("==");
    if (!isEqual && !comparison.operator().equals("!=")) {
      return null;
    }
    if (isNull(comparison.right())) {
      return new NullTest(comparison.left(), isEqual);
    }
    return isNull(comparison.left()) ? new NullTest(comparison.right(), isEqual) : null;
  }

  private static boolean isNull(Expr expr) {
    return expr instanceof Expr.Literal literal && literal.isNull();
  }
}
