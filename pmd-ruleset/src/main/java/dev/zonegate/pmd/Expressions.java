package dev.zonegate.pmd;

import dev.zonegate.frontend.Literals;
import dev.zonegate.frontend.Token;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAccess;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAllocation;
import net.sourceforge.pmd.lang.java.ast.ASTArrayDimExpr;
import net.sourceforge.pmd.lang.java.ast.ASTArrayInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTArrayTypeDim;
import net.sourceforge.pmd.lang.java.ast.ASTAssignmentExpression;
import net.sourceforge.pmd.lang.java.ast.ASTCastExpression;
import net.sourceforge.pmd.lang.java.ast.ASTClassLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTConditionalExpression;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFieldAccess;
import net.sourceforge.pmd.lang.java.ast.ASTInfixExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaExpression;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaParameter;
import net.sourceforge.pmd.lang.java.ast.ASTLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.ASTNullLiteral;
import net.sourceforge.pmd.lang.java.ast.ASTPatternExpression;
import net.sourceforge.pmd.lang.java.ast.ASTSuperExpression;
import net.sourceforge.pmd.lang.java.ast.ASTSwitchExpression;
import net.sourceforge.pmd.lang.java.ast.ASTThisExpression;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.ast.ASTUnaryExpression;
import net.sourceforge.pmd.lang.java.ast.ASTVariableAccess;

/** Lowers expressions, without their parentheses. */
final class Expressions {
  private final UnitLowering unit;
  private final Places places;

  Expressions(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  Expr lower(ASTExpression node) {
    try {
      return lowered(node);
    } catch (RuntimeException e) {
      unit.notifyOpaque(node, e);
      return new Expr.Opaque(places.safeSpan(node), unit.salvage(node));
    }
  }

  private Expr lowered(ASTExpression node) {
    if (node instanceof ASTMethodCall call) {
      return unit.calls.call(call);
    }
    if (node instanceof ASTVariableAccess variable) {
      return unit.names.variable(variable);
    }
    if (node instanceof ASTLiteral literal) {
      return literal(literal);
    }
    if (node instanceof ASTFieldAccess field) {
      return unit.names.field(field);
    }
    if (node instanceof ASTInfixExpression infix) {
      return infix(infix);
    }
    if (node instanceof ASTTypeExpression type) {
      return unit.names.type(type);
    }
    if (node instanceof ASTConstructorCall created) {
      return unit.calls.create(created);
    }
    if (node instanceof ASTAssignmentExpression assignment) {
      return assignment(assignment);
    }
    if (node instanceof ASTUnaryExpression unary) {
      return unary(unary);
    }
    if (node instanceof ASTThisExpression self) {
      return new Expr.This(places.span(node), qualifier(self.getQualifier()), unit.type(node));
    }
    if (node instanceof ASTSuperExpression parent) {
      // hosts do not agree on the type of a qualified one
      TypeRef type = parent.getQualifier() == null ? unit.type(node) : TypeRef.UNKNOWN;
      return new Expr.Super(places.span(node), qualifier(parent.getQualifier()), type);
    }
    return rarer(node);
  }

  private Expr rarer(ASTExpression node) {
    if (node instanceof ASTConditionalExpression choice) {
      return new Expr.Conditional(
          places.span(node),
          lower(choice.getCondition()),
          lower(choice.getThenBranch()),
          lower(choice.getElseBranch()),
          unit.type(node));
    }
    if (node instanceof ASTCastExpression cast) {
      return new Expr.Cast(
          places.span(node),
          unit.types.lower(cast.getCastType()),
          lower(cast.getOperand()),
          unit.type(node));
    }
    if (node instanceof ASTArrayAccess access) {
      return new Expr.Index(
          places.span(node),
          lower(access.getQualifier()),
          lower(access.getIndexExpression()),
          unit.type(node));
    }
    if (node instanceof ASTClassLiteral literal) {
      return new Expr.ClassLiteral(
          places.span(node), unit.types.lower(literal.getTypeNode()), unit.type(node));
    }
    if (node instanceof ASTLambdaExpression lambda) {
      return lambda(lambda);
    }
    if (node instanceof ASTMethodReference reference) {
      return unit.calls.reference(reference);
    }
    if (node instanceof ASTArrayAllocation allocation) {
      return allocation(allocation);
    }
    if (node instanceof ASTArrayInitializer initializer) {
      return arrayInitializer(initializer);
    }
    if (node instanceof ASTSwitchExpression choice) {
      return new Expr.SwitchExpr(
          places.span(node),
          lower(choice.getTestedExpression()),
          unit.cases.all(choice),
          unit.type(node));
    }
    if (node instanceof ASTAmbiguousName name) {
      return unit.names.ambiguous(name);
    }
    throw new IllegalArgumentException("unknown expression");
  }

  private TypeNode qualifier(ASTClassType type) {
    return type == null ? null : unit.types.lower(type);
  }

  private Expr literal(ASTLiteral node) {
    int at = places.first(node);
    Token token = places.token(at);
    Object value =
        token.kind() != Token.Kind.WORD
            ? Literals.value(token)
            : node instanceof ASTNullLiteral ? null : (Object) token.is("true");
    return new Expr.Literal(places.tokens().span(at), unit.type(node), value);
  }

  private Expr infix(ASTInfixExpression node) {
    Span span = places.span(node);
    Expr left = lower(node.getLeftOperand());
    ASTExpression right = node.getRightOperand();
    if (right instanceof ASTTypeExpression type) {
      TypeNode tested = unit.types.lower(type.getTypeNode());
      return new Expr.InstanceOf(span, left, tested, unit.type(node));
    }
    if (right instanceof ASTPatternExpression pattern) {
      Node tested = unit.patterns.lower(pattern.getPattern());
      return new Expr.InstanceOf(span, left, tested, unit.type(node));
    }
    return Literals.binary(
        span, node.getOperator().getToken(), left, lower(right), unit.type(node));
  }

  private Expr assignment(ASTAssignmentExpression node) {
    return new Expr.Assign(
        places.span(node),
        node.getOperator().getToken(),
        lower(node.getLeftOperand()),
        lower(node.getRightOperand()),
        unit.type(node));
  }

  private Expr unary(ASTUnaryExpression node) {
    Span span = places.span(node);
    ASTExpression operand = node.getOperand();
    String operator = node.getOperator().getToken();
    Token next = places.token(places.first(node) + 1);
    boolean takesSign =
        operator.equals("-")
            && !operand.isParenthesized()
            && next.kind() == Token.Kind.NUMBER
            && operand instanceof ASTLiteral
            && Literals.takesSign(next.text());
    if (takesSign) {
      Number value = Literals.number("-" + next.text());
      return new Expr.Literal(span, unit.type(operand), value);
    }
    return new Expr.Unary(
        span, operator, node.getOperator().isPostfix(), lower(operand), unit.type(node));
  }

  private Expr lambda(ASTLambdaExpression node) {
    List<Decl.Param> params = new ArrayList<>();
    for (ASTLambdaParameter each : node.getParameters()) {
      params.add(unit.variables.lambdaParameter(each));
    }
    Node body =
        node.isBlockBody()
            ? unit.statements.block(node.getBlockBody())
            : lower(node.getExpressionBody());
    return new Expr.Lambda(places.span(node), List.copyOf(params), body, functional(node));
  }

  /** PMD does not know a lambda's type that an intersection in a cast gives. */
  private TypeRef functional(ASTLambdaExpression node) {
    TypeRef type = unit.type(node);
    boolean isKnown = !type.isUnknown() && !type.name().isEmpty();
    return !isKnown && node.getParent() instanceof ASTCastExpression cast
        ? unit.types.lower(cast.getCastType()).ref()
        : type;
  }

  private Expr allocation(ASTArrayAllocation node) {
    List<Expr> sizes = new ArrayList<>();
    int empty = 0;
    for (ASTArrayTypeDim each : node.getTypeNode().getDimensions()) {
      if (each instanceof ASTArrayDimExpr sized) {
        sizes.add(lower(sized.getLengthExpression()));
      } else {
        empty++;
      }
    }
    ASTArrayInitializer initializer = node.getArrayInitializer();
    return new Expr.NewArray(
        places.span(node),
        unit.types.lower(node.getTypeNode().getElementType()),
        List.copyOf(sizes),
        empty,
        initializer == null ? null : arrayInitializer(initializer),
        unit.type(node));
  }

  private Expr.ArrayInitializer arrayInitializer(ASTArrayInitializer node) {
    List<Expr> elements = new ArrayList<>();
    for (ASTExpression each : node) {
      elements.add(lower(each));
    }
    return new Expr.ArrayInitializer(places.span(node), List.copyOf(elements), unit.type(node));
  }
}
