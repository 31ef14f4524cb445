package dev.zonegate.frontend.javac;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.zonegate.model.Case;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Lowers the cases of switch statements and expressions. */
final class Cases {
  private final UnitLowering unit;
  private final UnitScope scope;

  Cases(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  List<Case> all(List<? extends CaseTree> trees) {
    List<Case> lowered = new ArrayList<>(trees.size());
    for (CaseTree tree : trees) {
      lowered.add(lower(tree));
    }
    return List.copyOf(lowered);
  }

  private Case lower(CaseTree tree) {
    List<Node> labels = new ArrayList<>();
    boolean isDefault = false;
    for (Tree label : NewerTrees.labels(tree)) {
      if (NewerTrees.isDefault(label)) {
        isDefault = true;
      } else if (Patterns.isPattern(label)) {
        labels.add(unit.patterns.lower(label));
      } else {
        labels.add(unit.expressions.lower(label));
      }
    }
    boolean isArrow = tree.getCaseKind() == CaseTree.CaseKind.RULE;
    Tree guard = NewerTrees.guard(tree);
    return new Case(
        scope.span(tree),
        List.copyOf(labels),
        isDefault,
        guard == null ? null : unit.expressions.lower(guard),
        isArrow,
        isArrow ? arrowBody(tree.getBody()) : statements(tree));
  }

  private List<Stmt> statements(CaseTree tree) {
    return unit.statements.all(tree.getStatements(), scope.start(tree), Integer.MAX_VALUE);
  }

  private List<Stmt> arrowBody(Tree body) {
    if (body instanceof ExpressionTree expression) {
      int end = scope.end(expression);
      int semicolon = scope.tokens().firstFrom(end);
      if (semicolon < scope.tokens().size() && scope.tokens().get(semicolon).is(";")) {
        end = scope.tokens().get(semicolon).end();
      }
      return List.of(
          new Stmt.Expression(
              scope.span(scope.start(expression), end), unit.expressions.lower(expression)));
    }
    return unit.statements.all(List.of((StatementTree) body), -1, Integer.MAX_VALUE);
  }
}
