package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;

/** Methods that hide, shorten, measure or test what they are given, by their names. */
public final class Masking {
  private static final Vocabulary WORDS = Vocabulary.load("exposure/masking.words");

  private Masking() {}

  /** Whether a method called so gives something that does not tell its argument. */
  public static boolean isDoneBy(String method) {
    return Words.of(method).stream().anyMatch(WORDS::isIn);
  }

  /**
   * Whether {@code value} goes through such a method, a comparison or a condition before it gets
   * out of {@code around}.
   */
  public static boolean isApplied(SourceFile file, Expr value, Node around) {
    Node part = value;
    for (Node up = file.parent(value); up != null && up != around; up = file.parent(up)) {
      if (up instanceof Invocation use && use != value && isDoneBy(use.name())
          || up instanceof Expr.Conditional either && either.condition() == part
          || up instanceof dev.zonegate.model.Stmt.If choice && choice.condition() == part
          || up instanceof Expr.Binary binary && !binary.operator().equals("+")) {
        return true;
      }
      part = up;
    }
    return false;
  }
}
