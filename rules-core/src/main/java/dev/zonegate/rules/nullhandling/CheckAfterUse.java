package dev.zonegate.rules.nullhandling;

import dev.zonegate.match.Bindings;
import dev.zonegate.match.Operands;
import dev.zonegate.match.flow.Claim;
import dev.zonegate.match.flow.ControlFlow;
import dev.zonegate.match.flow.Dereferences;
import dev.zonegate.match.flow.NullTest;
import dev.zonegate.match.flow.Nullness;
import dev.zonegate.match.flow.Places;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Reporter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A variable that is used as if it were set and checked for null only afterwards. */
final class CheckAfterUse {
  private final SourceFile file;
  private final Reporter report;
  private final Bindings bindings;
  private final Set<Node> reported = Collections.newSetFromMap(new IdentityHashMap<>());

  private CheckAfterUse(SourceFile file, Reporter report) {
    this.file = file;
    this.report = report;
    this.bindings = Bindings.of(file);
  }

  static void find(SourceFile file, Reporter report) {
    CheckAfterUse search = new CheckAfterUse(file, report);
    for (Expr.Binary each : file.all(Expr.Binary.class)) {
      NullTest test = NullTest.of(each);
      Variable variable =
          test == null ? null : search.bindings.variable(test.tested()).orElse(null);
      if (variable instanceof Stmt.Local || variable instanceof Decl.Param) {
        search.usedBefore(each, test.tested(), variable);
      }
      if (test == null && (each.operator().equals("&&") || each.operator().equals("||"))) {
        search.contradiction(each);
      }
    }
  }

  private void usedBefore(Expr.Binary check, Expr tested, Variable variable) {
    Used used = new Used(variable);
    boolean isUsed = ControlFlow.of(file).before(check, used).isEstablished();
    if (!isUsed || used.uses.isEmpty()) {
      return;
    }
    for (Node use : used.uses) {
      if (DefensiveNoise.isJustSet(file, variable, use)
          || Nullness.of(file).isGuarded(tested, use)
          || NullableUse.expectsFailure(file, use)) {
        return;
      }
    }
    used.uses.sort(Comparator.comparing(Node::span, CheckAfterUse::byPlace));
    Node first = used.uses.get(0);
    if (reported.add(first)) {
      report
          .at(
              first,
              NullHandlingRule.CHECK_AFTER_USE,
              variable.name(),
              "is used here and checked for `null` only afterwards")
          .related(Related.at(file, check, "the check"));
    }
  }

  /** By place in the text. */
  private static int byPlace(Span one, Span other) {
    if (one.isBefore(other)) {
      return -1;
    }
    return other.isBefore(one) ? 1 : 0;
  }

  /** {@code x == null && x.isOpen()}, {@code x != null || x.isOpen()}. */
  private void contradiction(Expr.Binary whole) {
    if (file.parent(whole) instanceof Expr.Binary outer
        && outer.operator().equals(whole.operator())) {
      return;
    }
    boolean isAnd = whole.operator().equals("&&");
    List<Expr> operands = Operands.of(whole, whole.operator());
    for (int i = 0; i < operands.size() - 1; i++) {
      NullTest test = operands.get(i) instanceof Expr.Binary each ? NullTest.of(each) : null;
      if (test != null && test.isEqual() == isAnd) {
        for (Expr later : operands.subList(i + 1, operands.size())) {
          dereferenceIn(later, test.tested());
        }
      }
    }
  }

  private void dereferenceIn(Expr later, Expr tested) {
    for (Node node : file.allIn(later, Node.class)) {
      Expr value = Dereferences.by(node);
      if (value != null && Places.of(file).isSame(value, tested) && reported.add(node)) {
        report.at(
            node,
            NullHandlingRule.CHECK_AFTER_USE,
            file.text(tested),
            "is `null` where it is used here: the test before says so");
        return;
      }
    }
  }

  /** The claim that a variable has been dereferenced; remembers where. */
  private final class Used implements Claim {
    private final Variable variable;
    private final List<Node> uses = new ArrayList<>();

    Used(Variable variable) {
      this.variable = variable;
    }

    @Override
    public Effect after(Node node) {
      Expr value = Dereferences.by(node);
      if (value != null && bindings.variable(value).orElse(null) == variable) {
        uses.add(node);
        return Effect.ESTABLISHES;
      }
      return Places.of(file).isAssigned(variable, node) ? Effect.RESETS : Effect.NONE;
    }

    @Override
    public boolean isImplied(Expr test, boolean holds) {
      return false;
    }
  }
}
