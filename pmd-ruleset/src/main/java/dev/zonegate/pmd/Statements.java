package dev.zonegate.pmd;

import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAssertStatement;
import net.sourceforge.pmd.lang.java.ast.ASTBlock;
import net.sourceforge.pmd.lang.java.ast.ASTBreakStatement;
import net.sourceforge.pmd.lang.java.ast.ASTCatchClause;
import net.sourceforge.pmd.lang.java.ast.ASTContinueStatement;
import net.sourceforge.pmd.lang.java.ast.ASTDoStatement;
import net.sourceforge.pmd.lang.java.ast.ASTEmptyStatement;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTExpressionStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForStatement;
import net.sourceforge.pmd.lang.java.ast.ASTForeachStatement;
import net.sourceforge.pmd.lang.java.ast.ASTIfStatement;
import net.sourceforge.pmd.lang.java.ast.ASTLabeledStatement;
import net.sourceforge.pmd.lang.java.ast.ASTLocalClassStatement;
import net.sourceforge.pmd.lang.java.ast.ASTLocalVariableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTResource;
import net.sourceforge.pmd.lang.java.ast.ASTReturnStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatement;
import net.sourceforge.pmd.lang.java.ast.ASTStatementExpressionList;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchStatement;
import net.sourceforge.pmd.lang.java.ast.ASTSynchronizedStatement;
import net.sourceforge.pmd.lang.java.ast.ASTThrowStatement;
import net.sourceforge.pmd.lang.java.ast.ASTTryStatement;
import net.sourceforge.pmd.lang.java.ast.ASTWhileStatement;
import net.sourceforge.pmd.lang.java.ast.ASTYieldStatement;

/** Lowers statements. */
final class Statements {
  private final UnitLowering unit;
  private final Places places;

  Statements(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  Stmt.Block block(ASTBlock node) {
    if (node == null) {
      return null;
    }
    List<Stmt> statements = new ArrayList<>();
    for (ASTStatement each : node) {
      addTo(each, statements);
    }
    return new Stmt.Block(places.span(node), List.copyOf(statements));
  }

  /** Adds what a statement is in the model: several for a declaration of several variables. */
  void addTo(ASTStatement node, List<? super Stmt> to) {
    List<Stmt> lowered = new ArrayList<>();
    try {
      if (node instanceof ASTLocalVariableDeclaration locals) {
        unit.variables.addLocals(locals, lowered);
      } else if (node instanceof ASTStatementExpressionList list) {
        for (ASTExpression each : list) {
          lowered.add(new Stmt.Expression(outer(each), unit.expressions.lower(each)));
        }
      } else {
        lowered.add(lowered(node));
      }
      to.addAll(lowered);
    } catch (RuntimeException e) {
      unit.notifyOpaque(node, e);
      to.add(new Stmt.Opaque(places.safeSpan(node), unit.salvage(node)));
    }
  }

  /** A statement where the grammar has exactly one; null for none. */
  Stmt one(ASTStatement node) {
    if (node == null) {
      return null;
    }
    List<Stmt> lowered = new ArrayList<>();
    addTo(node, lowered);
    return lowered.get(0);
  }

  private Stmt lowered(ASTStatement node) {
    Span span = places.span(node);
    if (node instanceof ASTExpressionStatement statement) {
      return new Stmt.Expression(span, expression(statement.getExpr()));
    }
    if (node instanceof ASTBlock block) {
      return block(block);
    }
    if (node instanceof ASTIfStatement choice) {
      return new Stmt.If(
          span,
          expression(choice.getCondition()),
          one(choice.getThenBranch()),
          one(choice.getElseBranch()));
    }
    if (node instanceof ASTReturnStatement returned) {
      return new Stmt.Return(span, expression(returned.getExpr()));
    }
    if (node instanceof ASTThrowStatement thrown) {
      return new Stmt.Throw(span, expression(thrown.getExpr()));
    }
    if (node instanceof ASTTryStatement attempt) {
      return attempt(attempt, span);
    }
    if (node instanceof ASTSwitchStatement choice) {
      return new Stmt.Switch(
          span, expression(choice.getTestedExpression()), unit.cases.all(choice));
    }
    if (node instanceof ASTLocalClassStatement local) {
      return new Stmt.LocalType(span, unit.declarations.type(local.getDeclaration()));
    }
    if (node instanceof ASTExplicitConstructorInvocation call) {
      return unit.calls.constructorCall(call);
    }
    return loopOrRarer(node, span);
  }

  private Stmt loopOrRarer(ASTStatement node, Span span) {
    if (node instanceof ASTForeachStatement loop) {
      return forEach(loop, span);
    }
    if (node instanceof ASTForStatement loop) {
      return basicFor(loop, span);
    }
    if (node instanceof ASTWhileStatement loop) {
      return new Stmt.While(span, expression(loop.getCondition()), one(loop.getBody()));
    }
    if (node instanceof ASTDoStatement loop) {
      return new Stmt.DoWhile(span, one(loop.getBody()), expression(loop.getCondition()));
    }
    if (node instanceof ASTBreakStatement leave) {
      return new Stmt.Break(span, leave.getLabel());
    }
    if (node instanceof ASTContinueStatement next) {
      return new Stmt.Continue(span, next.getLabel());
    }
    if (node instanceof ASTYieldStatement result) {
      return new Stmt.Yield(span, expression(result.getExpr()));
    }
    if (node instanceof ASTSynchronizedStatement guarded) {
      return new Stmt.Synchronized(
          span, expression(guarded.getLockExpression()), block(guarded.getBody()));
    }
    if (node instanceof ASTLabeledStatement labeled) {
      return new Stmt.Labeled(span, labeled.getLabel(), one(labeled.getStatement()));
    }
    if (node instanceof ASTAssertStatement assertion) {
      return new Stmt.Assert(
          span, expression(assertion.getCondition()), expression(assertion.getDetailMessageNode()));
    }
    if (node instanceof ASTEmptyStatement) {
      return new Stmt.Empty(span);
    }
    throw new IllegalArgumentException("unknown statement");
  }

  private Stmt forEach(ASTForeachStatement node, Span span) {
    ASTLocalVariableDeclaration declared = node.firstChild(ASTLocalVariableDeclaration.class);
    List<Stmt.Local> variable = new ArrayList<>();
    unit.variables.addLocals(declared, variable);
    return new Stmt.ForEach(
        span, variable.get(0), expression(node.getIterableExpr()), one(node.getBody()));
  }

  private Stmt basicFor(ASTForStatement node, Span span) {
    List<Stmt> init = new ArrayList<>();
    if (node.getInit() != null) {
      addTo(node.getInit(), init);
    }
    List<Expr> update = new ArrayList<>();
    if (node.getUpdate() != null) {
      node.getUpdate().forEach(each -> update.add(expression(each)));
    }
    return new Stmt.For(
        span,
        List.copyOf(init),
        expression(node.getCondition()),
        List.copyOf(update),
        one(node.getBody()));
  }

  private Stmt attempt(ASTTryStatement node, Span span) {
    List<Node> resources = new ArrayList<>();
    if (node.getResources() != null) {
      for (ASTResource each : node.getResources()) {
        if (each.isConciseResource()) {
          resources.add(expression(each.getInitializer()));
        } else {
          unit.variables.addLocals(each.asLocalVariableDeclaration(), resources);
        }
      }
    }
    List<Catch> catches = new ArrayList<>();
    for (ASTCatchClause each : node.getCatchClauses()) {
      Decl.Param parameter = unit.variables.caught(each.getParameter());
      catches.add(new Catch(places.span(each), parameter, block(each.getBody())));
    }
    return new Stmt.Try(
        span,
        List.copyOf(resources),
        block(node.getBody()),
        List.copyOf(catches),
        node.getFinallyClause() == null ? null : block(node.getFinallyClause().getBody()));
  }

  private Expr expression(ASTExpression node) {
    return node == null ? null : unit.expressions.lower(node);
  }

  private Span outer(ASTExpression node) {
    return places.tokens().span(places.outerFirst(node), places.outerLast(node));
  }
}
