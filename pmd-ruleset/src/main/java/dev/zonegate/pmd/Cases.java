package dev.zonegate.pmd;

import dev.zonegate.model.Case;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTGuard;
import net.sourceforge.pmd.lang.java.ast.ASTPattern;
import net.sourceforge.pmd.lang.java.ast.ASTPatternExpression;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchArrowBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchArrowRHS;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchFallthroughBranch;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchLabel;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchLike;
import net.sourceforge.pmd.lang.java.ast.JavaNode;

/** Lowers the cases of switch statements and expressions. */
final class Cases {
  private final UnitLowering unit;
  private final Places places;

  Cases(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  List<Case> all(ASTSwitchLike node) {
    List<Case> lowered = new ArrayList<>();
    for (ASTSwitchBranch each : node.getBranches()) {
      lowered.add(lower(each));
    }
    return List.copyOf(lowered);
  }

  private Case lower(ASTSwitchBranch node) {
    ASTSwitchLabel label = node.getLabel();
    List<Node> labels = new ArrayList<>();
    Expr guard = null;
    for (int i = 0; i < label.getNumChildren(); i++) {
      JavaNode part = label.getChild(i);
      if (part instanceof ASTGuard when) {
        guard = unit.expressions.lower(when.getGuard());
      } else if (part instanceof ASTPatternExpression pattern) {
        labels.add(unit.patterns.lower(pattern.getPattern()));
      } else if (part instanceof ASTPattern pattern) {
        labels.add(unit.patterns.lower(pattern));
      } else if (part instanceof ASTExpression constant) {
        labels.add(unit.expressions.lower(constant));
      }
    }
    int first = places.first(node);
    int end = places.tokens().get(places.last(label)).end();
    int start = places.tokens().get(first).start();
    boolean isDefault = label.isDefault() || places.tokens().find("default", start, end) >= 0;
    boolean isArrow = node instanceof ASTSwitchArrowBranch;
    List<Stmt> body =
        isArrow
            ? List.of(arrowBody(((ASTSwitchArrowBranch) node).getRightHandSide()))
            : statements((ASTSwitchFallthroughBranch) node);
    Span span =
        body.isEmpty()
            ? places.tokens().span(first, places.last(label) + 1)
            : places.tokens().span(first).to(places.tokens().span(lastOf(node)));
    return new Case(span, List.copyOf(labels), isDefault, guard, isArrow, body);
  }

  private int lastOf(ASTSwitchBranch node) {
    int last = places.outerLast(node);
    return places.is(last + 1, ";") && !places.is(last, ";") && !places.is(last, "}")
        ? last + 1
        : last;
  }

  private List<Stmt> statements(ASTSwitchFallthroughBranch node) {
    List<Stmt> lowered = new ArrayList<>();
    for (ASTStatement each : node.getStatements()) {
      unit.statements.addTo(each, lowered);
    }
    return List.copyOf(lowered);
  }

  private Stmt arrowBody(ASTSwitchArrowRHS node) {
    if (node instanceof ASTExpression expression) {
      int last = places.outerLast(expression) + 1;
      Span span = places.tokens().span(places.outerFirst(expression), last);
      return new Stmt.Expression(span, unit.expressions.lower(expression));
    }
    return unit.statements.one((ASTStatement) node);
  }
}
