package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.zonegate.frontend.BrokenCodeException;
import dev.zonegate.frontend.Literals;
import dev.zonegate.frontend.Token;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.List;

/** Lowers expressions. */
final class ExprLowering {
  private final FileLowering file;
  private final NameLowering names;

  ExprLowering(FileLowering file) {
    this.file = file;
    this.names = new NameLowering(file);
  }

  Expr expr(Expression expr) {
    return file.guarded(expr, () -> lower(expr, false), Expr.Opaque::new);
  }

  /** What a member is selected from: a name there may mean a type. */
  private Expr target(Expression expr) {
    return file.guarded(expr, () -> lower(expr, true), Expr.Opaque::new);
  }

  List<Expr> exprs(NodeList<? extends Expression> exprs) {
    List<Expr> lowered = new ArrayList<>();
    for (Expression each : exprs) {
      lowered.add(expr(each));
    }
    return lowered;
  }

  private Expr lower(Expression expr, boolean isTarget) {
    if (expr instanceof EnclosedExpr enclosed) {
      return lower(enclosed.getInner(), false);
    }
    if (NameLowering.isName(expr)) {
      return names.lower(expr, isTarget);
    }
    if (expr instanceof MethodCallExpr call) {
      return call(call);
    }
    if (expr instanceof LiteralExpr literal) {
      return literal(literal);
    }
    if (expr instanceof BinaryExpr binary) {
      return binary(binary);
    }
    if (expr instanceof FieldAccessExpr access) {
      Expr target = target(access.getScope());
      return names.field(file.span(access), target, access.getName());
    }
    if (expr instanceof ObjectCreationExpr creation) {
      return creation(creation);
    }
    if (expr instanceof UnaryExpr unary) {
      return unary(unary);
    }
    if (expr instanceof LambdaExpr lambda) {
      return lambda(lambda);
    }
    return lowerRarer(expr);
  }

  private Expr lowerRarer(Expression expr) {
    if (expr instanceof AssignExpr assign) {
      Expr assigned = expr(assign.getTarget());
      Expr value = expr(assign.getValue());
      String operator = assign.getOperator().asString();
      return new Expr.Assign(file.span(expr), operator, assigned, value, assigned.type());
    }
    if (expr instanceof ConditionalExpr choice) {
      Expr condition = expr(choice.getCondition());
      Expr then = expr(choice.getThenExpr());
      Expr otherwise = expr(choice.getElseExpr());
      TypeRef type = ExprTypes.ofConditional(then.type(), otherwise.type());
      return new Expr.Conditional(file.span(expr), condition, then, otherwise, type);
    }
    if (expr instanceof CastExpr cast) {
      TypeNode to = file.types().type(cast.getType());
      return new Expr.Cast(file.span(expr), to, expr(cast.getExpression()), to.ref());
    }
    if (expr instanceof InstanceOfExpr test) {
      return instanceOf(test);
    }
    if (expr instanceof MethodReferenceExpr reference) {
      return methodReference(reference);
    }
    if (expr instanceof ArrayAccessExpr access) {
      Expr array = expr(access.getName());
      Expr index = expr(access.getIndex());
      return new Expr.Index(file.span(expr), array, index, ExprTypes.element(array.type()));
    }
    if (expr instanceof ArrayCreationExpr creation) {
      return file.arrays().creation(creation);
    }
    if (expr instanceof ArrayInitializerExpr initializer) {
      return file.arrays().initializer(initializer, TypeRef.UNKNOWN);
    }
    if (expr instanceof ThisExpr || expr instanceof SuperExpr) {
      return self(expr);
    }
    if (expr instanceof ClassExpr literal) {
      TypeNode named = file.types().type(literal.getType());
      return new Expr.ClassLiteral(file.span(expr), named, TypeRef.named("java.lang.Class"));
    }
    if (expr instanceof SwitchExpr choice) {
      Expr selector = expr(choice.getSelector());
      return new Expr.SwitchExpr(
          file.span(expr), selector, file.statements().cases(choice.getEntries()), TypeRef.UNKNOWN);
    }
    if (expr instanceof TypeExpr type) {
      return typeExpr(type);
    }
    if (expr instanceof AnnotationExpr annotation) {
      return file.annotations().lower(annotation);
    }
    throw new IllegalArgumentException("unknown expression " + expr.getClass().getSimpleName());
  }

  private Expr call(MethodCallExpr call) {
    Expr target = call.getScope().map(this::target).orElse(null);
    List<TypeNode> typeArguments = file.types().arguments(call.getTypeArguments());
    Span name = file.nameSpan(call.getName());
    List<Expr> arguments = exprs(call.getArguments());
    boolean isAccessor = target != null && arguments.isEmpty();
    TypeRef type =
        isAccessor
            ? file.ownTypes().accessed(target.type(), call.getNameAsString())
            : TypeRef.UNKNOWN;
    return new Expr.Call(
        file.span(call),
        name,
        target,
        typeArguments,
        call.getNameAsString(),
        arguments,
        null,
        target == null ? file.importedFrom(call.getNameAsString()) : TypeRef.UNKNOWN,
        type);
  }

  private Expr literal(LiteralExpr literal) {
    Span span = file.span(literal);
    if (literal instanceof BooleanLiteralExpr bool) {
      return new Expr.Literal(span, TypeRef.primitive("boolean"), bool.getValue());
    }
    if (literal instanceof NullLiteralExpr) {
      return new Expr.Literal(span, TypeRef.primitive("null"), null);
    }
    return valued(span, Literals.value(file.token(literal)));
  }

  private static Expr valued(Span span, Object value) {
    if (value == null) {
      throw new BrokenCodeException("a literal without a value");
    }
    return new Expr.Literal(span, ExprTypes.ofLiteral(value), value);
  }

  private Expr unary(UnaryExpr unary) {
    Span span = file.span(unary);
    if (unary.getOperator() == UnaryExpr.Operator.MINUS
        && unary.getExpression() instanceof LiteralExpr) {
      Token number = file.token(unary.getExpression());
      if (number.kind() == Token.Kind.NUMBER && Literals.takesSign(number.text())) {
        return valued(span, Literals.number("-" + number.text()));
      }
    }
    Expr operand = expr(unary.getExpression());
    String operator = unary.getOperator().asString();
    TypeRef type = ExprTypes.ofUnary(operator, operand.type());
    return new Expr.Unary(span, operator, unary.isPostfix(), operand, type);
  }

  /** Long sums nest to the left, so they are lowered in a loop. */
  private Expr binary(BinaryExpr outermost) {
    List<BinaryExpr> operations = new ArrayList<>();
    Expression first = outermost;
    while (first instanceof BinaryExpr binary) {
      operations.add(0, binary);
      first = binary.getLeft();
    }
    Expr left = expr(first);
    for (BinaryExpr each : operations) {
      Expr right = expr(each.getRight());
      String operator = each.getOperator().asString();
      TypeRef type = ExprTypes.ofBinary(operator, left.type(), right.type());
      left = Literals.binary(file.span(each), operator, left, right, type);
    }
    return left;
  }

  private Expr creation(ObjectCreationExpr creation) {
    Expr target = creation.getScope().map(this::expr).orElse(null);
    List<TypeNode> typeArguments = file.types().arguments(creation.getTypeArguments());
    TypeNode created = file.types().type(creation.getType());
    List<Expr> arguments = exprs(creation.getArguments());
    Decl.Body body =
        creation
            .getAnonymousClassBody()
            .map(members -> file.declarations().anonymous(creation, members))
            .orElse(null);
    return new Expr.New(
        file.span(creation), target, typeArguments, created, arguments, body, null, created.ref());
  }

  private Expr lambda(LambdaExpr lambda) {
    return file.inBlock(
        () -> {
          List<Decl.Param> params =
              file.declarations().params(lambda.getParameters(), VarRef.Kind.PARAMETER);
          Node body =
              lambda.getExpressionBody().isPresent()
                  ? expr(lambda.getExpressionBody().get())
                  : file.statements().block(lambda.getBody().asBlockStmt());
          return new Expr.Lambda(file.span(lambda), params, body, TypeRef.UNKNOWN);
        });
  }

  private Expr instanceOf(InstanceOfExpr test) {
    Expr operand = expr(test.getExpression());
    Node tested =
        test.getPattern().isPresent()
            ? file.statements().pattern(test.getPattern().get())
            : file.types().type(test.getType());
    return new Expr.InstanceOf(file.span(test), operand, tested, TypeRef.primitive("boolean"));
  }

  private Expr methodReference(MethodReferenceExpr reference) {
    Expr target = target(reference.getScope());
    return new Expr.MethodReference(
        file.span(reference),
        target,
        file.lastTokenSpan(reference),
        file.types().arguments(reference.getTypeArguments()),
        reference.getIdentifier(),
        null,
        TypeRef.UNKNOWN);
  }

  private Expr typeExpr(TypeExpr expr) {
    if (NameLowering.isName(expr.getType())) {
      return names.lower(expr.getType());
    }
    return new Expr.TypeName(file.span(expr), file.types().type(expr.getType()));
  }

  private Expr self(Expression expr) {
    Span span = file.span(expr);
    OwnType enclosing = file.scope().enclosingType();
    TypeRef own = enclosing == null ? TypeRef.UNKNOWN : enclosing.ref();
    if (expr instanceof ThisExpr self) {
      TypeNode qualifier = self.getTypeName().map(file.types()::named).orElse(null);
      return new Expr.This(span, qualifier, qualifier == null ? own : qualifier.ref());
    }
    SuperExpr above = (SuperExpr) expr;
    TypeNode qualifier = above.getTypeName().map(file.types()::named).orElse(null);
    boolean isPlain = qualifier == null && enclosing != null;
    TypeRef superclass = isPlain ? enclosing.superclass() : TypeRef.UNKNOWN;
    return new Expr.Super(span, qualifier, superclass);
  }
}
