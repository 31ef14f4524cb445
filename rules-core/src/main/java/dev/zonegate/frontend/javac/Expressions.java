package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WildcardTree;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers expressions; parentheses vanish. */
final class Expressions {
  private final UnitLowering unit;
  private final UnitScope scope;
  private final Operations operations;
  private final Arrays arrays;

  Expressions(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
    this.operations = new Operations(unit, this);
    this.arrays = new Arrays(unit, this);
  }

  List<Expr> all(List<? extends Tree> trees) {
    if (trees.isEmpty()) {
      return List.of();
    }
    List<Expr> lowered = new ArrayList<>(trees.size());
    for (Tree tree : trees) {
      lowered.add(lower(tree));
    }
    return List.copyOf(lowered);
  }

  /** Lowers an expression used for its value. */
  Expr lower(Tree tree) {
    return guarded(tree, false);
  }

  /** Lowers an expression from which a member is selected, so that it may be a type. */
  Expr target(Tree tree) {
    return guarded(tree, true);
  }

  /** The expression within parentheses. */
  static Tree bare(Tree tree) {
    Tree bare = tree;
    while (bare instanceof ParenthesizedTree parens) {
      bare = parens.getExpression();
    }
    return bare;
  }

  private Expr guarded(Tree tree, boolean isTarget) {
    Tree bare = bare(tree);
    try {
      return lower(bare, isTarget && bare == tree);
    } catch (RuntimeException e) {
      scope.notify(bare, e);
      return new Expr.Opaque(scope.span(bare), unit.salvage(bare));
    }
  }

  private Expr lower(Tree tree, boolean isTarget) {
    return switch (tree.getKind()) {
      case IDENTIFIER -> unit.names.simple((IdentifierTree) tree, isTarget);
      case MEMBER_SELECT -> unit.names.select((MemberSelectTree) tree, isTarget);
      case METHOD_INVOCATION -> unit.calls.call((MethodInvocationTree) tree);
      case NEW_CLASS -> unit.calls.create((NewClassTree) tree);
      case MEMBER_REFERENCE -> unit.calls.reference((MemberReferenceTree) tree);
      case NEW_ARRAY -> arrays.create((NewArrayTree) tree);
      case ARRAY_ACCESS -> arrays.index((ArrayAccessTree) tree);
      case ASSIGNMENT -> assign((AssignmentTree) tree);
      case CONDITIONAL_EXPRESSION -> conditional((ConditionalExpressionTree) tree);
      case TYPE_CAST -> cast((TypeCastTree) tree);
      case INSTANCE_OF -> instanceOf((InstanceOfTree) tree);
      case LAMBDA_EXPRESSION -> lambda((LambdaExpressionTree) tree);
      case SWITCH_EXPRESSION -> switchExpr((SwitchExpressionTree) tree);
      case ANNOTATION, TYPE_ANNOTATION -> unit.annotations.lower((AnnotationTree) tree);
      case PRIMITIVE_TYPE, ARRAY_TYPE, PARAMETERIZED_TYPE, ANNOTATED_TYPE -> typeName(tree);
      default -> other(tree);
    };
  }

  private Expr typeName(Tree tree) {
    TypeNode named = unit.types.lower(tree);
    return new Expr.TypeName(named.span(), named);
  }

  private Expr other(Tree tree) {
    if (tree instanceof LiteralTree literal) {
      return new Expr.Literal(scope.span(tree), scope.type(tree), literal.getValue());
    }
    if (tree instanceof BinaryTree binary) {
      return operations.binary(binary);
    }
    if (tree instanceof UnaryTree unary) {
      return operations.unary(unary);
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      return operations.compound(assignment);
    }
    if (tree instanceof ErroneousTree) {
      return new Expr.Opaque(scope.span(tree), unit.salvage(tree));
    }
    if (tree instanceof WildcardTree) {
      throw new BrokenCodeException("a wildcard where a value belongs");
    }
    if (tree instanceof PatternTree) {
      throw new BrokenCodeException("a pattern where a value belongs");
    }
    throw new IllegalArgumentException("unknown kind of expression");
  }

  private Expr assign(AssignmentTree tree) {
    Expr assigned = lower(tree.getVariable());
    return new Expr.Assign(
        scope.span(tree),
        "=",
        assigned,
        lower(tree.getExpression()),
        known(scope.type(tree), assigned.type()));
  }

  private Expr conditional(ConditionalExpressionTree tree) {
    return new Expr.Conditional(
        scope.span(tree),
        lower(tree.getCondition()),
        lower(tree.getTrueExpression()),
        lower(tree.getFalseExpression()),
        scope.type(tree));
  }

  private Expr cast(TypeCastTree tree) {
    TypeNode to = unit.types.lower(tree.getType());
    return new Expr.Cast(
        scope.span(tree), to, lower(tree.getExpression()), known(scope.type(tree), to.ref()));
  }

  private Expr instanceOf(InstanceOfTree tree) {
    Tree pattern = tree.getPattern();
    Node tested = unit.patterns.testedBy(pattern == null ? tree.getType() : pattern);
    return new Expr.InstanceOf(
        scope.span(tree), lower(tree.getExpression()), tested, scope.type(tree));
  }

  private Expr lambda(LambdaExpressionTree tree) {
    List<Decl.Param> params = unit.variables.lambdaParams(tree);
    Tree body = tree.getBody();
    Node lowered =
        tree.getBodyKind() == LambdaExpressionTree.BodyKind.STATEMENT
            ? unit.statements.block(body)
            : lower(body);
    return new Expr.Lambda(scope.span(tree), params, lowered, scope.type(tree));
  }

  private Expr switchExpr(SwitchExpressionTree tree) {
    return new Expr.SwitchExpr(
        scope.span(tree),
        lower(tree.getExpression()),
        unit.cases.all(tree.getCases()),
        scope.type(tree));
  }

  private static TypeRef known(TypeRef type, TypeRef otherwise) {
    return type.isUnknown() ? otherwise : type;
  }
}
