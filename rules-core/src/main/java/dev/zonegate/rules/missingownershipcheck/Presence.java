package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Condition;
import dev.zonegate.match.Guards;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.Optional;

/** Whether a value is known not to be null. */
final class Presence {
  private final SourceFile file;

  Presence(SourceFile file) {
    this.file = file;
  }

  /** Whether {@code caller} is certainly there. */
  boolean isKnown(Node at, Expr caller) {
    for (Condition each : Guards.of(file).holdingAt(at)) {
      Optional<Expr> tested =
          each.holds() ? NullCheck.notNull(each.test()) : NullCheck.isNull(each.test());
      if (tested.filter(x -> isSame(x, caller)).isPresent()) {
        return true;
      }
    }
    return Guards.of(file).completedBefore(at).stream().anyMatch(each -> isUsed(each, caller));
  }

  /** Whether {@code statement} fails if {@code caller} is null. */
  private boolean isUsed(Stmt statement, Expr caller) {
    if (!(statement instanceof Stmt.Local) && !(statement instanceof Stmt.Expression)) {
      return false;
    }
    return file.allIn(statement, Expr.Call.class).stream()
        .anyMatch(
            each ->
                each.target() != null && isSame(each.target(), caller)
                    || isNullCheck(each)
                        && each.arguments().stream().anyMatch(x -> isSame(x, caller)));
  }

  private static boolean isNullCheck(Expr.Call call) {
    return call.name().matches("requireNonNull|notNull|checkNotNull|requireNonNullElse");
  }

  /** Whether an annotation says that it is never null. */
  boolean isGuaranteed(Expr value) {
    return Bindings.of(file)
        .declaration(value)
        .filter(
            each ->
                each.annotations().stream()
                    .anyMatch(it -> it.name().matches("(.*\\.)?(NonNull|NotNull|Nonnull)")))
        .isPresent();
  }

  /** Whether both name the same variable, or are the same text. */
  boolean isSame(Expr one, Expr other) {
    Optional<Variable> declared = Bindings.of(file).declaration(one);
    return declared.isPresent()
        ? declared.equals(Bindings.of(file).declaration(other))
        : file.text(one).equals(file.text(other));
  }
}
