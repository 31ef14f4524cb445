package dev.zonegate.rules.localeandmoney;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Bindings;
import dev.zonegate.match.LeafName;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Reporter;

/** Finds texts that a loop reverses unit by unit. */
final class HandReversal {
  private static final ApiSet UNIT = ApiSet.of("java.lang.String#charAt(int)");
  private static final ApiSet UNITS = ApiSet.of("java.lang.String#toCharArray()");
  private static final String EFFECT = "turns an emoji round and so breaks it";

  private HandReversal() {}

  static void find(SourceFile file, Reporter report) {
    for (Stmt.For loop : file.all(Stmt.For.class)) {
      Variable counter = countdown(loop);
      if (counter != null) {
        appending(file, loop, counter, report);
      }
      swapping(file, loop, report);
    }
  }

  private static void appending(SourceFile file, Stmt.For loop, Variable counter, Reporter report) {
    for (Expr.Call read : file.allIn(loop.body(), Expr.Call.class)) {
      if (UNIT.matches(read).isYes() && isCounter(file, read, counter) && isAdded(file, read)) {
        report.at(read, LocaleAndMoneyRule.SPLIT_SURROGATE, read.shortName(), EFFECT);
      }
    }
  }

  /** {@code chars[i] = chars[j]} in a loop from both ends. */
  private static void swapping(SourceFile file, Stmt.For loop, Reporter report) {
    boolean isFromBothEnds =
        loop.update().size() == 2
            && loop.update().stream()
                .anyMatch(each -> each instanceof Expr.Unary step && step.operator().equals("--"));
    for (Expr.Assign each : file.allIn(loop.body(), Expr.Assign.class)) {
      if (isFromBothEnds
          && each.assigned() instanceof Expr.Index to
          && each.value() instanceof Expr.Index from
          && isUnits(file, to.array())
          && isUnits(file, from.array())) {
        report.at(each, LocaleAndMoneyRule.SPLIT_SURROGATE, file.text(each), EFFECT);
      }
    }
  }

  private static boolean isUnits(SourceFile file, Expr array) {
    Variable variable = Bindings.of(file).variable(array).orElse(null);
    return variable != null
        && variable.initializer() instanceof Expr.Call units
        && UNITS.matches(units).isYes()
        && units.target() != null
        && !UserText.isCode(LeafName.of(units.target()));
  }

  /** The variable that goes from the end of a text to its start, or null. */
  private static Variable countdown(Stmt.For loop) {
    boolean goesDown =
        loop.update().stream()
            .anyMatch(each -> each instanceof Expr.Unary step && step.operator().equals("--"));
    return goesDown && loop.init().size() == 1 && loop.init().get(0) instanceof Stmt.Local local
        ? local
        : null;
  }

  private static boolean isCounter(SourceFile file, Expr.Call read, Variable counter) {
    return Bindings.of(file).declaration(read.arguments().get(0)).orElse(null) == counter
        && !UserText.isCode(LeafName.of(read.target()));
  }

  private static boolean isAdded(SourceFile file, Expr.Call read) {
    return file.parent(read) instanceof Expr.Call call && call.name().equals("append")
        || file.parent(read) instanceof Expr.Assign add && add.operator().equals("+=")
        || file.parent(read) instanceof Expr.Binary sum
            && sum.operator().equals("+")
            && file.parent(sum) instanceof Expr.Assign;
  }
}
