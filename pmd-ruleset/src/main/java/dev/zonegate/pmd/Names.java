package dev.zonegate.pmd;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.UnresolvedName;
import dev.zonegate.frontend.UnresolvedName.Segment;
import dev.zonegate.model.Expr;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAmbiguousName;
import net.sourceforge.pmd.lang.java.ast.ASTClassType;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFieldAccess;
import net.sourceforge.pmd.lang.java.ast.ASTMethodCall;
import net.sourceforge.pmd.lang.java.ast.ASTMethodReference;
import net.sourceforge.pmd.lang.java.ast.ASTTypeExpression;
import net.sourceforge.pmd.lang.java.ast.ASTVariableAccess;
import net.sourceforge.pmd.lang.java.ast.JavaNode;

/** Lowers simple and dotted names: variables, fields and types. */
final class Names {
  private final UnitLowering unit;
  private final Places places;

  Names(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  Expr variable(ASTVariableAccess node) {
    VarRef variable =
        unit.resolve(node, null, () -> unit.symbols.variable(node.getReferencedSym()));
    if (variable == null) {
      return unresolved(node);
    }
    String name = places.token(places.first(node)).text();
    return new Expr.Name(places.span(node), name, variable, known(node, variable));
  }

  Expr field(ASTFieldAccess node) {
    if (startsUnresolved(node)) {
      return unresolved(node);
    }
    VarRef variable =
        unit.resolve(node, null, () -> unit.symbols.variable(node.getReferencedSym()));
    int last = places.last(node);
    return new Expr.FieldAccess(
        places.span(node),
        unit.expressions.lower(node.getQualifier()),
        places.tokens().span(last),
        places.token(last).text(),
        variable,
        variable == null ? TypeRef.UNKNOWN : known(node, variable));
  }

  Expr type(ASTTypeExpression node) {
    return startsUnresolved(node)
        ? unresolved(node)
        : new Expr.TypeName(places.span(node), unit.types.lower(node.getTypeNode()));
  }

  Expr ambiguous(ASTAmbiguousName node) {
    return unresolved(node);
  }

  private TypeRef known(ASTExpression node, VarRef variable) {
    TypeRef type = unit.type(node);
    return type.isUnknown() ? variable.type() : type;
  }

  /** Whether this is a dotted name of which PMD does not know the first segment. */
  private boolean startsUnresolved(ASTExpression node) {
    if (node instanceof ASTAmbiguousName) {
      return true;
    }
    if (node instanceof ASTTypeExpression type) {
      return type.getTypeNode() instanceof ASTClassType named
          && isPlain(named)
          && unit.types.isUnresolved(named);
    }
    if (node instanceof ASTVariableAccess variable) {
      return unit.resolve(variable, true, () -> variable.getReferencedSym() == null);
    }
    return node instanceof ASTFieldAccess field
        && !field.getQualifier().isParenthesized()
        && startsUnresolved(field.getQualifier());
  }

  /** Whether nothing but identifiers and dots make up a type. */
  private boolean isPlain(ASTClassType type) {
    for (int i = places.first(type); i <= places.last(type); i++) {
      Token token = places.token(i);
      if (token.kind() != Token.Kind.WORD && !token.is(".")) {
        return false;
      }
    }
    return true;
  }

  private Expr unresolved(ASTExpression node) {
    List<Segment> segments = new ArrayList<>();
    for (int i = places.first(node); i <= places.last(node); i++) {
      Token token = places.token(i);
      if (token.kind() == Token.Kind.WORD) {
        segments.add(new Segment(token.text(), places.tokens().span(i)));
      }
    }
    return UnresolvedName.lower(segments, isTarget(node), unit.meaning.imports());
  }

  /** Whether a member is selected from an expression. */
  private static boolean isTarget(ASTExpression node) {
    JavaNode parent = node.getParent();
    boolean isFirst = node.getIndexInParent() == 0;
    return isFirst
        && !node.isParenthesized()
        && (parent instanceof ASTMethodCall call && call.getQualifier() == node
            || parent instanceof ASTMethodReference
            || parent instanceof ASTFieldAccess);
  }
}
