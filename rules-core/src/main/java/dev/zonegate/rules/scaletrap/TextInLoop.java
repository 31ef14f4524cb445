package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds texts that a loop makes longer by copying all of them in each round. */
final class TextInLoop {
  private TextInLoop() {}

  /** Where a text grows; one loop may lengthen it in many places, all of which one repair changes. */
  private record Growth(Node loop, Variable text) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Growth growth && growth.loop == loop && growth.text == text;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(loop) + System.identityHashCode(text);
    }
  }

  static void find(SourceFile file, Reporter report) {
    Loops loops = new Loops(file);
    Set<Growth> seen = new HashSet<>();
    for (Expr.Assign assign : file.all(Expr.Assign.class)) {
      Variable text = Bindings.of(file).variable(assign.assigned()).orElse(null);
      boolean isText = text != null && assign.assigned().type().isNamed("java.lang.String");
      if (isText && isLengthened(file, text, assign) && !OneTime.isPartOf(file, assign)) {
        Optional<Repetition> around = loops.around(assign);
        boolean isOuter =
            around.filter(each -> !each.at().span().contains(text.span())).isPresent();
        if (isOuter && seen.add(new Growth(around.get().at(), text))) {
          report
              .at(assign, ScaleTrapRule.QUADRATIC, text.name() + " += ...", "copies the whole text")
              .confidence(Confidence.MEDIUM);
        }
      }
    }
  }

  /** {@code text += part}, {@code text = text + part}, {@code text = text.concat(part)}. */
  private static boolean isLengthened(SourceFile file, Variable text, Expr.Assign assign) {
    if (!(text instanceof Stmt.Local) && !(text instanceof Decl.Field)) {
      return false;
    }
    if (assign.operator().equals("+=")) {
      return true;
    }
    Expr first = assign.value();
    while (first instanceof Expr.Binary sum && sum.operator().equals("+")) {
      first = sum.left();
    }
    boolean isSum = first != assign.value();
    if (assign.value() instanceof Expr.Call call && call.name().equals("concat")) {
      first = call.target();
      isSum = true;
    }
    return isSum && Bindings.of(file).declaration(first).orElse(null) == text;
  }
}
