package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;

/** Whether a test or a call lets a text through only if it is one of a few or harmless. */
public final class Checks {
  private final AllowList allowList;

  private Checks(SourceFile file) {
    this.allowList = new AllowList(file);
  }

  /** The checks of a file. */
  public static Checks of(SourceFile file) {
    return file.derived(Checks.class, Checks::new);
  }

  /** Whether {@code text} is harmless when {@code test} comes out so. */
  public boolean passes(Expr test, boolean holds, Expr text) {
    return allowList.isCheck(test, holds, text, 0);
  }

  /** Whether {@code call} does not return unless {@code text} is harmless. */
  public boolean demands(Expr.Call call, Expr text) {
    return allowList.isDemand(call, text, 0);
  }
}
