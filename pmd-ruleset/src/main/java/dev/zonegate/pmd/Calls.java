package dev.zonegate.pmd;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAnonymousClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.InvocationNode;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.types.JClassType;
import net.sourceforge.pmd.lang.java.types.JMethodSig;
import net.sourceforge.pmd.lang.java.types.OverloadSelectionResult;

/** Lowers calls, object creation and method references. */
final class Calls {
  private final UnitLowering unit;
  private final Places places;
  private final Overloads overloads;

  Calls(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
    this.overloads = new Overloads(unit.meaning);
  }

  Expr call(ASTMethodCall node) {
    int name = places.first(node.getArguments()) - 1;
    ASTExpression qualifier = node.getQualifier();
    MethodRef method = method(node);
    boolean isImported = qualifier == null && method == null;
    String called = places.token(name).text();
    return new Expr.Call(
        places.span(node),
        places.tokens().span(name),
        qualifier == null ? null : unit.expressions.lower(qualifier),
        unit.types.all(node.getExplicitTypeArguments()),
        called,
        arguments(node.getArguments()),
        method,
        isImported ? unit.meaning.imports().declarer(called) : TypeRef.UNKNOWN,
        unit.type(node));
  }

  Stmt constructorCall(ASTExplicitConstructorInvocation node) {
    int keyword = places.first(node.getArguments()) - 1;
    ASTExpression qualifier = node.getQualifier();
    return new Stmt.ConstructorCall(
        places.span(node),
        places.tokens().span(keyword),
        node.isSuper(),
        qualifier == null ? null : unit.expressions.lower(qualifier),
        unit.types.all(node.getExplicitTypeArguments()),
        arguments(node.getArguments()),
        method(node));
  }

  Expr create(ASTConstructorCall node) {
    ASTExpression qualifier = node.getQualifier();
    TypeNode created = unit.types.lower(node.getTypeNode());
    TypeRef type = node.isAnonymousClass() ? created.ref() : unit.type(node);
    return new Expr.New(
        places.span(node),
        qualifier == null ? null : unit.expressions.lower(qualifier),
        unit.types.all(node.getExplicitTypeArguments()),
        created,
        arguments(node.getArguments()),
        body(node.getAnonymousClassDeclaration()),
        node.isAnonymousClass() && created.ref().shape().kind() == TypeShape.Kind.INTERFACE
            ? objectConstructor(node)
            : method(node),
        type.isUnknown() ? created.ref() : type);
  }

  private MethodRef objectConstructor(ASTConstructorCall node) {
    return unit.resolve(
        node,
        null,
        () -> unit.symbols.method(unit.meaning.object().getSymbol().getConstructors().get(0)));
  }

  /** The body of an anonymous class or enum constant, or null. */
  Decl.Body body(ASTAnonymousClassDeclaration node) {
    if (node == null) {
      return null;
    }
    return new Decl.Body(places.span(node.getBody()), unit.declarations.members(node.getBody()));
  }

  List<Expr> arguments(ASTArgumentList nodes) {
    if (nodes == null) {
      return List.of();
    }
    List<Expr> lowered = new ArrayList<>();
    for (ASTExpression each : nodes) {
      lowered.add(unit.expressions.lower(each));
    }
    return List.copyOf(lowered);
  }

  Expr reference(ASTMethodReference node) {
    int last = places.last(node);
    ASTExpression target = (ASTExpression) node.getChild(0);
    return new Expr.MethodReference(
        places.span(node),
        unit.expressions.lower(target),
        places.tokens().span(last),
        unit.types.all(node.getExplicitTypeArguments()),
        node.isConstructorReference() ? MethodRef.CONSTRUCTOR : places.token(last).text(),
        unit.resolve(node, null, () -> unit.symbols.method(known(node.getReferencedMethod()))),
        unit.type(node));
  }

  /** What a call resolves to; null if PMD does not know or had to guess. */
  MethodRef method(InvocationNode node) {
    return unit.resolve(
        node,
        null,
        () -> {
          OverloadSelectionResult selected = node.getOverloadSelectionInfo();
          JExecutableSymbol known = selected.isFailed() ? null : known(selected.getMethodType());
          return known == null ? null : unit.symbols.method(overloads.settle(known, node));
        });
  }

  private static JExecutableSymbol known(JMethodSig method) {
    boolean isKnown =
        method != null
            && method != method.getTypeSystem().UNRESOLVED_METHOD
            && !(method.getDeclaringType() instanceof JClassType owner
                && owner.getSymbol().isUnresolved());
    return isKnown ? method.getSymbol() : null;
  }
}
