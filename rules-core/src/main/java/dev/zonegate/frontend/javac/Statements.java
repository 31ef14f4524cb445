package dev.zonegate.frontend.javac;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.model.Catch;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;

/** Lowers statements; those that javac or a processor added are left out. */
final class Statements {
  private final UnitLowering unit;
  private final UnitScope scope;

  Statements(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  Stmt.Block block(Tree tree) {
    BlockTree block = (BlockTree) tree;
    int start = scope.start(block);
    int end = scope.end(block);
    return new Stmt.Block(
        scope.span(start, end),
        all(block.getStatements(), start, end < start ? Integer.MAX_VALUE : end));
  }

  /** The statements that start after {@code from} and before {@code to}. */
  List<Stmt> all(List<? extends StatementTree> trees, int from, int to) {
    if (trees.isEmpty()) {
      return List.of();
    }
    List<Stmt> lowered = new ArrayList<>(trees.size());
    int previousEnd = -1;
    for (StatementTree tree : trees) {
      int start = scope.start(tree);
      if (start <= from || start >= to) {
        continue;
      }
      if (tree instanceof VariableTree variable) {
        addLocal(variable, start < previousEnd ? previousEnd : -1, lowered);
        previousEnd = scope.end(tree);
      } else {
        add(tree, lowered);
      }
    }
    return List.copyOf(lowered);
  }

  private void addLocal(VariableTree tree, int from, List<Stmt> lowered) {
    try {
      Stmt local = unit.variables.local(tree, from);
      if (local != null) {
        lowered.add(local);
      }
    } catch (RuntimeException e) {
      lowered.add(opaque(tree, e));
    }
  }

  private void add(StatementTree tree, List<Stmt> lowered) {
    try {
      if (tree instanceof TryTree wrapped && !isWritten(wrapped)) {
        int from = scope.start(wrapped) - 1;
        lowered.addAll(all(wrapped.getBlock().getStatements(), from, Integer.MAX_VALUE));
      } else {
        lowered.add(lower(tree));
      }
    } catch (RuntimeException e) {
      lowered.add(opaque(tree, e));
    }
  }

  private boolean isWritten(TryTree tree) {
    int first = scope.firstToken(tree);
    return first < scope.tokens().size() && scope.tokens().get(first).is("try");
  }

  private Stmt opaque(Tree tree, RuntimeException cause) {
    scope.notify(tree, cause);
    return new Stmt.Opaque(scope.span(tree), unit.salvage(tree));
  }

  /** The one statement of a loop or branch. */
  private Stmt single(StatementTree tree) {
    List<Stmt> lowered = all(List.of(tree), -1, Integer.MAX_VALUE);
    return lowered.size() == 1 ? lowered.get(0) : new Stmt.Block(scope.span(tree), lowered);
  }

  private Stmt lower(StatementTree tree) {
    Span span = scope.span(tree);
    return switch (tree.getKind()) {
      case BLOCK -> block(tree);
      case EXPRESSION_STATEMENT -> expression((ExpressionStatementTree) tree);
      case IF -> conditional((IfTree) tree, span);
      case WHILE_LOOP -> {
        WhileLoopTree loop = (WhileLoopTree) tree;
        yield new Stmt.While(span, value(loop.getCondition()), single(loop.getStatement()));
      }
      case DO_WHILE_LOOP -> {
        DoWhileLoopTree loop = (DoWhileLoopTree) tree;
        yield new Stmt.DoWhile(span, single(loop.getStatement()), value(loop.getCondition()));
      }
      case FOR_LOOP -> loop((ForLoopTree) tree, span);
      case ENHANCED_FOR_LOOP -> forEach((EnhancedForLoopTree) tree, span);
      case SWITCH -> {
        SwitchTree choice = (SwitchTree) tree;
        yield new Stmt.Switch(
            span, value(choice.getExpression()), unit.cases.all(choice.getCases()));
      }
      case RETURN -> new Stmt.Return(span, value(((ReturnTree) tree).getExpression()));
      case THROW -> new Stmt.Throw(span, value(((ThrowTree) tree).getExpression()));
      case TRY -> tryStatement((TryTree) tree, span);
      case SYNCHRONIZED -> {
        SynchronizedTree locked = (SynchronizedTree) tree;
        yield new Stmt.Synchronized(span, value(locked.getExpression()), block(locked.getBlock()));
      }
      case LABELED_STATEMENT -> {
        LabeledStatementTree labeled = (LabeledStatementTree) tree;
        yield new Stmt.Labeled(span, text(labeled.getLabel()), single(labeled.getStatement()));
      }
      case BREAK -> new Stmt.Break(span, text(((BreakTree) tree).getLabel()));
      case CONTINUE -> new Stmt.Continue(span, text(((ContinueTree) tree).getLabel()));
      case YIELD -> new Stmt.Yield(span, value(((YieldTree) tree).getValue()));
      case ASSERT -> {
        AssertTree claim = (AssertTree) tree;
        yield new Stmt.Assert(span, value(claim.getCondition()), value(claim.getDetail()));
      }
      case EMPTY_STATEMENT -> new Stmt.Empty(span);
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> localType((ClassTree) tree);
      case CASE -> throw new BrokenCodeException("a case outside of a switch");
      default -> throw new IllegalArgumentException("unknown kind of statement");
    };
  }

  private Stmt expression(ExpressionStatementTree tree) {
    ExpressionTree expression = tree.getExpression();
    if (Calls.isConstructorCall(expression)) {
      return unit.calls.constructorCall(tree);
    }
    Span span = scope.span(tree);
    return expression instanceof ErroneousTree
        ? new Stmt.Opaque(span, unit.salvage(expression))
        : new Stmt.Expression(span, unit.expressions.lower(expression));
  }

  private Stmt conditional(IfTree tree, Span span) {
    StatementTree otherwise = tree.getElseStatement();
    return new Stmt.If(
        span,
        value(tree.getCondition()),
        single(tree.getThenStatement()),
        otherwise == null ? null : single(otherwise));
  }

  private Stmt loop(ForLoopTree tree, Span span) {
    List<Expr> update = new ArrayList<>();
    List<Stmt> init = all(tree.getInitializer(), -1, Integer.MAX_VALUE);
    Expr condition = value(tree.getCondition());
    for (ExpressionStatementTree each : tree.getUpdate()) {
      update.add(unit.expressions.lower(each.getExpression()));
    }
    return new Stmt.For(span, init, condition, List.copyOf(update), single(tree.getStatement()));
  }

  private Stmt forEach(EnhancedForLoopTree tree, Span span) {
    Stmt.Local variable = unit.variables.named(tree.getVariable());
    return new Stmt.ForEach(
        span, variable, value(tree.getExpression()), single(tree.getStatement()));
  }

  private Stmt tryStatement(TryTree tree, Span span) {
    List<Node> resources = new ArrayList<>();
    for (Tree each : tree.getResources()) {
      resources.add(
          each instanceof VariableTree variable
              ? unit.variables.named(variable)
              : unit.expressions.lower(each));
    }
    Stmt.Block body = block(tree.getBlock());
    List<Catch> catches = new ArrayList<>();
    for (CatchTree each : tree.getCatches()) {
      Decl.Param parameter = unit.variables.param(each.getParameter());
      catches.add(new Catch(scope.span(each), parameter, block(each.getBlock())));
    }
    BlockTree last = tree.getFinallyBlock();
    return new Stmt.Try(
        span,
        List.copyOf(resources),
        body,
        List.copyOf(catches),
        last == null ? null : block(last));
  }

  private Stmt localType(ClassTree tree) {
    Decl.Type type = unit.declarations.type(tree);
    if (type == null) {
      throw new BrokenCodeException("a type without its keyword");
    }
    return new Stmt.LocalType(type.span(), type);
  }

  private Expr value(Tree tree) {
    return tree == null ? null : unit.expressions.lower(tree);
  }

  private static String text(Name name) {
    return name == null ? null : name.toString();
  }
}
