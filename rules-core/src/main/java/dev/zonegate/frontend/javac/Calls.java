package dev.zonegate.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import java.util.List;
import javax.lang.model.element.Element;

/** Lowers calls, object creation and method references. */
final class Calls {
  private final UnitLowering unit;
  private final UnitScope scope;

  Calls(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  Expr call(MethodInvocationTree tree) {
    ExpressionTree select = tree.getMethodSelect();
    Element element = scope.element(select);
    boolean isQualified = select instanceof MemberSelectTree;
    String name =
        isQualified
            ? ((MemberSelectTree) select).getIdentifier().toString()
            : ((IdentifierTree) select).getName().toString();
    Expr target =
        isQualified ? unit.expressions.target(((MemberSelectTree) select).getExpression()) : null;
    TypeRef type = scope.type(tree);
    if (type.isUnknown() && element != null) {
      type = scope.declaredType(element);
    }
    MethodRef method = scope.method(element);
    boolean isImported = !isQualified && method == null;
    return new Expr.Call(
        scope.span(tree),
        isQualified ? unit.names.nameSpan((MemberSelectTree) select) : scope.span(select),
        target,
        unit.types.all(tree.getTypeArguments()),
        name,
        unit.expressions.all(tree.getArguments()),
        method,
        isImported ? scope.imports().declarer(name) : TypeRef.UNKNOWN,
        type);
  }

  /** Whether a statement's expression is {@code this(...)} or {@code super(...)}. */
  static boolean isConstructorCall(ExpressionTree tree) {
    if (!(tree instanceof MethodInvocationTree call)) {
      return false;
    }
    String name =
        call.getMethodSelect() instanceof IdentifierTree simple
            ? simple.getName().toString()
            : call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : "";
    return name.equals("this") || name.equals("super");
  }

  Stmt constructorCall(ExpressionStatementTree statement) {
    MethodInvocationTree tree = (MethodInvocationTree) statement.getExpression();
    ExpressionTree select = tree.getMethodSelect();
    int keyword = scope.tokens().lastTo(scope.end(select));
    Expr target =
        select instanceof MemberSelectTree qualified
            ? unit.expressions.target(qualified.getExpression())
            : null;
    List<TypeNode> typeArguments = unit.types.all(tree.getTypeArguments());
    return new Stmt.ConstructorCall(
        scope.span(firstOf(tree, typeArguments), scope.end(statement)),
        scope.tokens().span(keyword),
        scope.tokens().get(keyword).is("super"),
        target,
        typeArguments,
        unit.expressions.all(tree.getArguments()),
        scope.method(scope.element(select)));
  }

  /** {@code <T>this()} starts at its bracket, which javac leaves out. */
  private int firstOf(MethodInvocationTree tree, List<TypeNode> typeArguments) {
    int start = scope.start(tree);
    Tokens tokens = scope.tokens();
    if (typeArguments.isEmpty() || tree.getMethodSelect() instanceof MemberSelectTree) {
      return start;
    }
    int from = Math.min(start, scope.start(tree.getTypeArguments().get(0)));
    int before = tokens.lastTo(from);
    return before >= 0 && tokens.get(before).is("<") ? tokens.get(before).start() : start;
  }

  Expr create(NewClassTree tree) {
    Tree enclosing = tree.getEnclosingExpression();
    List<? extends ExpressionTree> arguments = tree.getArguments();
    ClassTree body = tree.getClassBody();
    if (body != null
        && enclosing == null
        && !arguments.isEmpty()
        && isNullCheck(arguments.get(0))) {
      // attribution moves the outer instance of an anonymous class into its arguments
      enclosing = ((UnaryTree) arguments.get(0)).getExpression();
      arguments = arguments.subList(1, arguments.size());
    }
    Expr target = enclosing == null ? null : unit.expressions.target(enclosing);
    TypeNode created = unit.types.lower(tree.getIdentifier());
    TypeRef type = body == null ? scope.type(tree) : created.ref();
    int start = target == null ? scope.start(tree) : scope.start(enclosing);
    return new Expr.New(
        scope.span(start, scope.end(tree)),
        target,
        unit.types.all(tree.getTypeArguments()),
        created,
        unit.expressions.all(arguments),
        body == null ? null : body(body, bodyStart(tree), scope.end(tree)),
        constructor(tree),
        type.isUnknown() ? created.ref() : type);
  }

  /** The body of an anonymous class or enum constant. */
  Decl.Body body(ClassTree tree, int from, int end) {
    int open = scope.tokens().find("{", from, end);
    int start = open < 0 ? from : scope.tokens().get(open).start();
    return new Decl.Body(
        scope.span(start, end), unit.declarations.members(tree.getMembers(), List.of()));
  }

  /** The constructor that a {@code new} calls; of the superclass for an anonymous class. */
  MethodRef constructor(NewClassTree tree) {
    if (tree.getClassBody() == null) {
      return scope.method(scope.element(tree));
    }
    for (Tree member : tree.getClassBody().getMembers()) {
      if (member instanceof MethodTree method && method.getName().contentEquals("<init>")) {
        return superConstructor(method);
      }
    }
    return null;
  }

  private MethodRef superConstructor(MethodTree generated) {
    if (generated.getBody() == null) {
      return null;
    }
    for (StatementTree statement : generated.getBody().getStatements()) {
      if (statement instanceof ExpressionStatementTree expression
          && isConstructorCall(expression.getExpression())) {
        MethodInvocationTree call = (MethodInvocationTree) expression.getExpression();
        return scope.method(scope.element(call.getMethodSelect()));
      }
    }
    return null;
  }

  private int bodyStart(NewClassTree tree) {
    Tokens tokens = scope.tokens();
    int end = scope.end(tree);
    int open = tokens.find("(", scope.end(tree.getIdentifier()), end);
    return open < 0 ? scope.end(tree.getIdentifier()) : tokens.get(tokens.closing(open)).end();
  }

  private static boolean isNullCheck(ExpressionTree argument) {
    return argument instanceof UnaryTree && argument.getKind() == Tree.Kind.OTHER;
  }

  Expr reference(MemberReferenceTree tree) {
    int last = scope.tokens().lastTo(scope.end(tree));
    Span nameSpan = last < 0 ? Span.NONE : scope.tokens().span(last);
    String name =
        tree.getMode() == MemberReferenceTree.ReferenceMode.NEW
            ? MethodRef.CONSTRUCTOR
            : tree.getName().toString();
    return new Expr.MethodReference(
        scope.span(scope.start(tree.getQualifierExpression()), scope.end(tree)),
        unit.expressions.target(tree.getQualifierExpression()),
        nameSpan,
        unit.types.all(tree.getTypeArguments()),
        name,
        scope.method(scope.element(tree)),
        scope.type(tree));
  }
}
