package dev.zonegate.rules.swallowederror;

import dev.zonegate.match.ApiSet;
import dev.zonegate.model.Expr;

/** Calls that change something outside, which a caller counts on. */
final class Effects {
  private static final ApiSet WRITES = ApiSet.load("errors/writes.api");
  private static final ApiSet EFFECTS = ApiSet.load("errors/effects.api");

  private Effects() {}

  /** Whether the {@code try} makes one itself, outside of lambdas. */
  static boolean isIn(Handling handling) {
    return handling.file().allIn(handling.attempt().body(), Expr.Call.class).stream()
        .anyMatch(call -> isEffect(call) || OutsideNames.isWrite(handling.file(), call));
  }

  private static boolean isEffect(Expr.Call call) {
    return WRITES.matches(call).isYes() || EFFECTS.matches(call).isYes();
  }
}
