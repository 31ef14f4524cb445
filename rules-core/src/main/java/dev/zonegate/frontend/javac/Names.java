package dev.zonegate.frontend.javac;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import dev.zonegate.frontend.ImportScope;
import dev.zonegate.frontend.UnresolvedName;
import dev.zonegate.frontend.UnresolvedName.Segment;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** Lowers simple and dotted names: variables, fields, types, {@code this} and class literals. */
final class Names {
  private final UnitLowering unit;
  private final UnitScope scope;

  Names(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  /**
   * Lowers a simple name.
   *
   * @param isTarget whether a member is selected from it
   */
  Expr simple(IdentifierTree tree, boolean isTarget) {
    Span span = scope.span(tree);
    String name = tree.getName().toString();
    switch (name) {
      case "this":
        return new Expr.This(span, null, scope.type(tree));
      case "super":
        return new Expr.Super(span, null, scope.type(tree));
      case "<error>":
        return new Expr.Opaque(span, List.of());
      default:
        break;
    }
    Element element = scope.element(tree);
    if (element instanceof VariableElement) {
      VarRef variable = scope.variable(element);
      return new Expr.Name(span, name, variable, known(tree, variable));
    }
    if (isType(tree, name, element)) {
      return new Expr.TypeName(span, unit.types.lower(tree));
    }
    return UnresolvedName.lower(List.of(new Segment(name, span)), isTarget, scope.imports());
  }

  /** Lowers {@code target.name}. */
  Expr select(MemberSelectTree tree, boolean isTarget) {
    Span span = scope.span(tree);
    String name = tree.getIdentifier().toString();
    switch (name) {
      case "class":
        return new Expr.ClassLiteral(
            span, unit.types.lower(tree.getExpression()), scope.type(tree));
      case "this":
        return new Expr.This(span, unit.types.lower(tree.getExpression()), scope.type(tree));
      case "super":
        // hosts do not agree on its type
        return new Expr.Super(span, unit.types.lower(tree.getExpression()), TypeRef.UNKNOWN);
      case "<error>":
        List<Node> rest = List.of(unit.expressions.target(tree.getExpression()));
        return new Expr.Opaque(span, rest);
      default:
        break;
    }
    Element element = scope.element(tree);
    if (element instanceof VariableElement) {
      return field(tree, scope.variable(element));
    }
    if (isType(tree, name, element)) {
      return new Expr.TypeName(span, unit.types.lower(tree));
    }
    return unresolved(tree, isTarget);
  }

  private Expr field(MemberSelectTree tree, VarRef variable) {
    return new Expr.FieldAccess(
        scope.span(tree),
        unit.expressions.target(tree.getExpression()),
        nameSpan(tree),
        tree.getIdentifier().toString(),
        variable,
        known(tree, variable));
  }

  /** The span of a selected name: the last token of the selection. */
  Span nameSpan(MemberSelectTree tree) {
    int last = scope.tokens().lastTo(scope.end(tree));
    return last < 0 ? Span.NONE : scope.tokens().span(last);
  }

  private TypeRef known(Tree tree, VarRef variable) {
    TypeRef type = scope.type(tree);
    return type.isUnknown() && variable != null ? variable.type() : type;
  }

  private Expr unresolved(MemberSelectTree tree, boolean isTarget) {
    Deque<Segment> segments = new ArrayDeque<>();
    Tree each = tree;
    while (each instanceof MemberSelectTree select && !isKnown(select)) {
      segments.addFirst(new Segment(select.getIdentifier().toString(), nameSpan(select)));
      each = select.getExpression();
    }
    if (each instanceof IdentifierTree first && !isKnown(first)) {
      segments.addFirst(new Segment(first.getName().toString(), scope.span(first)));
      return UnresolvedName.lower(new ArrayList<>(segments), isTarget, scope.imports());
    }
    Expr whole = unit.expressions.target(each);
    Span start = scope.span(each);
    for (Segment segment : segments) {
      Span span = start.to(segment.span());
      whole =
          new Expr.FieldAccess(span, whole, segment.span(), segment.name(), null, TypeRef.UNKNOWN);
    }
    return whole;
  }

  /** Whether a name is a variable, a type that was found, or a keyword. */
  private boolean isKnown(Tree tree) {
    String name =
        tree instanceof IdentifierTree simple
            ? simple.getName().toString()
            : ((MemberSelectTree) tree).getIdentifier().toString();
    if (name.equals("this")
        || name.equals("super")
        || name.equals("class")
        || name.equals("<error>")) {
      return true;
    }
    Element element = scope.element(tree);
    return element instanceof VariableElement || isType(tree, name, element);
  }

  /**
   * Whether a name is a type. In a lambda that goes to a method which javac does not find, it takes
   * fields for types that it knows nothing else of.
   */
  private boolean isType(Tree tree, String name, Element element) {
    return UnitScope.isKnownType(element)
        && (ImportScope.isTypeLike(name) || !scope.type(tree).isUnknown());
  }
}
