package dev.zonegate.pmd;

import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Pattern;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.VarRef;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTArrayType;
import net.sourceforge.pmd.lang.java.ast.ASTCatchParameter;
import net.sourceforge.pmd.lang.java.ast.ASTFieldDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTFormalParameter;
import net.sourceforge.pmd.lang.java.ast.ASTLambdaParameter;
import net.sourceforge.pmd.lang.java.ast.ASTLocalVariableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTRecordComponent;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.ASTTypePattern;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.ast.JavaNode;
import net.sourceforge.pmd.lang.java.ast.ModifierOwner;

/** Lowers whatever declares a variable. */
final class Variables {
  private final UnitLowering unit;
  private final Places places;

  Variables(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  void addFields(ASTFieldDeclaration node, List<? super Decl.Field> to) {
    WrittenModifiers written = modifiers(node);
    List<Annotation> annotations = unit.annotations.all(node);
    for (ASTVariableId id : node.getVarIds()) {
      to.add(
          new Decl.Field(
              declarator(id),
              name(id),
              nameText(id),
              written.modifiers(),
              annotations,
              type(id, node.getTypeNode()),
              initializer(id),
              symbol(id)));
    }
  }

  void addLocals(ASTLocalVariableDeclaration node, List<? super Stmt.Local> to) {
    WrittenModifiers written = modifiers(node);
    List<Annotation> annotations = unit.annotations.all(node);
    for (ASTVariableId id : node.getVarIds()) {
      to.add(
          new Stmt.Local(
              declarator(id),
              name(id),
              nameText(id),
              written.modifiers(),
              annotations,
              type(id, node.getTypeNode()),
              initializer(id),
              symbol(id)));
    }
  }

  Decl.Param parameter(ASTFormalParameter node) {
    return param(node, node, node.getVarId(), node.getTypeNode(), node.isVarargs());
  }

  Decl.Param component(ASTRecordComponent node) {
    return param(node, node, node.getVarId(), node.getTypeNode(), node.isVarargs());
  }

  Decl.Param caught(ASTCatchParameter node) {
    return param(node, node, node.getVarId(), node.getTypeNode(), false);
  }

  Decl.Param lambdaParameter(ASTLambdaParameter node) {
    boolean isVarargs =
        node.getTypeNode() instanceof ASTArrayType array
            && array.getDimensions().getLastChild().isVarargs();
    return param(node, node, node.getVarId(), node.getTypeNode(), isVarargs);
  }

  Pattern pattern(ASTTypePattern node) {
    ASTVariableId id = node.getVarId();
    return new Pattern.Typed(
        places.span(node),
        name(id),
        nameText(id),
        modifiers(node).modifiers(),
        unit.annotations.all(node),
        type(id, node.firstChild(ASTType.class)),
        symbol(id));
  }

  private Decl.Param param(
      JavaNode node, ModifierOwner owner, ASTVariableId id, ASTType type, boolean isVarargs) {
    TypeNode lowered =
        isVarargs && type instanceof ASTArrayType array
            ? unit.types.varargsElement(array)
            : type(id, type);
    return new Decl.Param(
        places.tokens().span(places.first(node), lastOf(id)),
        name(id),
        nameText(id),
        modifiers(node).modifiers(),
        unit.annotations.all(owner),
        lowered,
        isVarargs,
        symbol(id));
  }

  private WrittenModifiers modifiers(JavaNode node) {
    return WrittenModifiers.at(places.tokens(), places.first(node));
  }

  private TypeNode type(ASTVariableId id, ASTType written) {
    if (written != null) {
      return unit.types.withDimensions(unit.types.lower(written), id.getExtraDimensions());
    }
    int before = places.first(id) - 1;
    return places.is(before, "var")
        ? new TypeNode.Var(places.tokens().span(before), unit.type(id))
        : null;
  }

  private Span declarator(ASTVariableId id) {
    int last =
        id.getInitializer() == null || id.isForeachVariable()
            ? lastOf(id)
            : places.outerLast(id.getInitializer());
    return places.tokens().span(places.first(id), last);
  }

  private int lastOf(ASTVariableId id) {
    return id.getExtraDimensions() == null
        ? places.first(id)
        : places.last(id.getExtraDimensions());
  }

  private Span name(ASTVariableId id) {
    return places.tokens().span(places.first(id));
  }

  private String nameText(ASTVariableId id) {
    return places.token(places.first(id)).text();
  }

  private Expr initializer(ASTVariableId id) {
    return id.getInitializer() == null || id.isForeachVariable()
        ? null
        : unit.expressions.lower(id.getInitializer());
  }

  private VarRef symbol(ASTVariableId id) {
    return unit.resolve(id, null, () -> unit.symbols.variable(id.getSymbol()));
  }
}
