package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.PossibleNull;
import dev.zonegate.match.flow.Unboxing;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Reporter;

/** A wrapper that may be null, where the language takes its value out. */
final class UnboxedNull {
  private UnboxedNull() {}

  static void find(SourceFile file, Reporter report) {
    Nullness nullness = Nullness.of(file);
    for (Expr value : file.all(Expr.class)) {
      boolean isRead =
          value instanceof Expr.Call || value instanceof Expr.Name || value instanceof Expr.Cast;
      if (isRead && Unboxing.isUnboxed(file, value) && !NullableUse.expectsFailure(file, value)) {
        PossibleNull found = nullness.possibleNull(value).orElse(null);
        if (found != null) {
          NullHandlingRule.grade(
              report.at(value, NullHandlingRule.UNBOX_NULLABLE, found.name()), found.sure());
        }
      }
    }
  }
}
