package dev.zonegate.rules.scaletrap;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.OneTime;
import dev.zonegate.match.Repetition;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Reporter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds texts that a loop makes longer by copying all of them in each round, each text once. */
final class TextInLoop {
  /** A text, and the loop that makes it longer. */
  private record Grown(Span text, Span loop) {}

  private TextInLoop() {}

  static void find(SourceFile file, Reporter report) {
    Loops loops = new Loops(file);
    Set<Grown> told = new HashSet<>();
    for (Expr.Assign assign : file.all(Expr.Assign.class)) {
      Variable text = Bindings.of(file).variable(assign.assigned()).orElse(null);
      boolean isText = text != null && assign.assigned().type().isNamed("java.lang.String");
      if (isText && isLengthened(file, text, assign) && !OneTime.isPartOf(file, assign)) {
        Optional<Repetition> around = loops.around(assign);
        boolean isGrown = around.filter(it -> !it.at().span().contains(text.span())).isPresent();
        if (isGrown && told.add(new Grown(text.span(), around.get().at().span()))) {
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
