package dev.zonegate.match;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.HashMap;
import java.util.Map;

/** Whether a test or a call lets a text through only if it is one of a few or harmless. */
public final class Checks {
  private final AllowList allowList;
  private final Map<Question, Boolean> answers = new HashMap<>();
  private final Map<Question, Boolean> demands = new HashMap<>();

  /** Nodes are equal only to themselves. */
  private record Question(Expr test, boolean holds, Expr text) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Question question
          && question.test == test
          && question.holds == holds
          && question.text == text;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * System.identityHashCode(test) + System.identityHashCode(text))
          + (holds ? 1 : 0);
    }
  }

  private Checks(SourceFile file) {
    this.allowList = new AllowList(file);
  }

  /** The checks of a file. */
  public static Checks of(SourceFile file) {
    return file.derived(Checks.class, Checks::new);
  }

  /** Whether {@code text} is harmless when {@code test} comes out so. */
  public boolean passes(Expr test, boolean holds, Expr text) {
    return answers.computeIfAbsent(
        new Question(test, holds, text), any -> allowList.isCheck(test, holds, text, 0));
  }

  /** Whether {@code call} does not return unless {@code text} is harmless. */
  public boolean demands(Expr.Call call, Expr text) {
    return demands.computeIfAbsent(
        new Question(call, true, text), any -> allowList.isDemand(call, text));
  }
}
