package dev.zonegate.match;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;

/** Whether a number that a method is given is kept small before it is used. */
public final class UpperBounds {
  private UpperBounds() {}

  /** Whether a constraint, a comparison, an assignment or a check keeps {@code param} small. */
  public static boolean areOn(SourceFile file, Decl.Param param) {
    return param.annotations().stream()
            .anyMatch(each -> each.name().matches("(.*\\.)?(Max|Range|DecimalMax)"))
        || !Bindings.of(file).isAssignedOnce(param)
        || Bindings.of(file).uses(param).stream().anyMatch(use -> isChecked(file, use));
  }

  private static boolean isChecked(SourceFile file, Expr use) {
    Node parent = file.parent(use);
    return parent instanceof Expr.Binary test && test.operator().matches("[<>]=?")
        || parent instanceof Expr.Call call
            && call.name().matches("min|clamp|(check|validate|require|ensure|limit|cap)\\w*");
  }
}
