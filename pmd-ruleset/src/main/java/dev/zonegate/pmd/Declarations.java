package dev.zonegate.pmd;

import dev.zonegate.frontend.WrittenModifiers;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sourceforge.pmd.lang.java.ast.ASTBodyDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTCompactConstructorDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTDefaultValue;
import net.sourceforge.pmd.lang.java.ast.ASTEmptyDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTEnumConstant;
import net.sourceforge.pmd.lang.java.ast.ASTExecutableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExtendsList;
import net.sourceforge.pmd.lang.java.ast.ASTFieldDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTFormalParameter;
import net.sourceforge.pmd.lang.java.ast.ASTImplementsList;
import net.sourceforge.pmd.lang.java.ast.ASTImplicitClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTModifierList;
import net.sourceforge.pmd.lang.java.ast.ASTPermitsList;
import net.sourceforge.pmd.lang.java.ast.ASTRecordComponent;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.ASTTypeBody;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTTypeParameter;
import net.sourceforge.pmd.lang.java.ast.ASTTypeParameters;
import net.sourceforge.pmd.lang.java.ast.JavaNode;

/** Lowers types and their members. */
final class Declarations {
  private final UnitLowering unit;
  private final Places places;

  Declarations(UnitLowering unit) {
    this.unit = unit;
    this.places = unit.places;
  }

  Decl.Type type(ASTTypeDeclaration node) {
    if (node instanceof ASTImplicitClassDeclaration) {
      return implicitClass(node);
    }
    WrittenModifiers written = modifiers(node);
    int keyword = written.next() + (places.is(written.next(), "@") ? 1 : 0);
    String qualifiedName = unit.meaning.name(node.getSymbol());
    return new Decl.Type(
        places.span(node),
        places.tokens().span(keyword + 1),
        kind(node),
        places.token(keyword + 1).text(),
        qualifiedName,
        written.modifiers(),
        unit.annotations.all(node),
        typeParams(node.getTypeParameters()),
        unit.types.all(node.firstChild(ASTExtendsList.class)),
        unit.types.all(node.firstChild(ASTImplementsList.class)),
        unit.types.all(node.firstChild(ASTPermitsList.class)),
        components(node),
        members(node.getBody()),
        declared(node));
  }

  private TypeRef declared(ASTTypeDeclaration node) {
    return unit.resolve(node, TypeRef.UNKNOWN, () -> unit.meaning.of(node.getSymbol()));
  }

  /** The class of a compact source file, which is called after the file. */
  private Decl.Type implicitClass(ASTTypeDeclaration node) {
    String name = PmdLowering.simpleName(unit.path);
    List<Decl> members = members(node.getBody());
    return new Decl.Type(
        places.span(node),
        Span.NONE,
        TypeShape.Kind.CLASS,
        name,
        name,
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        members,
        declared(node));
  }

  private static TypeShape.Kind kind(ASTTypeDeclaration node) {
    if (node.isAnnotation()) {
      return TypeShape.Kind.ANNOTATION;
    }
    if (node.isInterface()) {
      return TypeShape.Kind.INTERFACE;
    }
    if (node.isEnum()) {
      return TypeShape.Kind.ENUM;
    }
    return node.isRecord() ? TypeShape.Kind.RECORD : TypeShape.Kind.CLASS;
  }

  private List<Decl.Param> components(ASTTypeDeclaration node) {
    if (!node.isRecord() || node.getRecordComponents() == null) {
      return List.of();
    }
    List<Decl.Param> lowered = new ArrayList<>();
    for (ASTRecordComponent each : node.getRecordComponents()) {
      lowered.add(unit.variables.component(each));
    }
    return List.copyOf(lowered);
  }

  private List<Decl.TypeParam> typeParams(ASTTypeParameters nodes) {
    if (nodes == null) {
      return List.of();
    }
    List<Decl.TypeParam> lowered = new ArrayList<>();
    for (ASTTypeParameter each : nodes) {
      lowered.add(typeParam(each));
    }
    return List.copyOf(lowered);
  }

  private Decl.TypeParam typeParam(ASTTypeParameter node) {
    ASTType bound = node.getTypeBoundNode();
    TypeNode lowered = bound == null ? null : unit.types.lower(bound);
    List<TypeNode> bounds =
        lowered == null
            ? List.of()
            : lowered instanceof TypeNode.Intersection both ? both.bounds() : List.of(lowered);
    int first = places.first(node);
    int last = bound == null ? places.last(node) : places.last(bound);
    return new Decl.TypeParam(
        places.tokens().span(first, last), node.getName(), unit.annotations.all(node), bounds);
  }

  List<Decl> members(ASTTypeBody body) {
    List<Decl> lowered = new ArrayList<>();
    for (int i = 0; i < body.getNumChildren(); i++) {
      if (body.getChild(i) instanceof ASTBodyDeclaration member) {
        addMember(member, lowered);
      }
    }
    return List.copyOf(lowered);
  }

  void addMember(ASTBodyDeclaration node, List<? super Decl> to) {
    List<Decl> lowered = new ArrayList<>();
    try {
      if (node instanceof ASTFieldDeclaration fields) {
        unit.variables.addFields(fields, lowered);
      } else if (!(node instanceof ASTEmptyDeclaration)) {
        lowered.add(lowered(node));
      }
      to.addAll(lowered);
    } catch (RuntimeException e) {
      unit.notifyOpaque(node, e);
      to.add(new Decl.Opaque(places.safeSpan(node), unit.salvage(node)));
    }
  }

  private Decl lowered(ASTBodyDeclaration node) {
    if (node instanceof ASTMethodDeclaration method) {
      return method(method);
    }
    if (node instanceof ASTTypeDeclaration type) {
      return type(type);
    }
    if (node instanceof ASTConstructorDeclaration constructor) {
      return executable(constructor, Decl.Method.Kind.CONSTRUCTOR, null, null);
    }
    if (node instanceof ASTEnumConstant constant) {
      return enumConstant(constant);
    }
    if (node instanceof ASTInitializer block) {
      return new Decl.Initializer(
          places.span(node), block.isStatic(), unit.statements.block(block.getBody()));
    }
    if (node instanceof ASTCompactConstructorDeclaration compact) {
      return compact(compact);
    }
    throw new IllegalArgumentException("unknown member");
  }

  private Decl method(ASTMethodDeclaration node) {
    ASTDefaultValue clause = node.getDefaultClause();
    TypeNode returned = unit.types.lower(node.getResultTypeNode());
    Expr defaultValue =
        clause == null ? null : unit.annotations.value(clause.getConstant(), returned.ref());
    return executable(
        node,
        Decl.Method.Kind.METHOD,
        unit.types.withDimensions(returned, node.getExtraDimensions()),
        defaultValue);
  }

  private Decl executable(
      ASTExecutableDeclaration node,
      Decl.Method.Kind kind,
      TypeNode returnType,
      Expr defaultValue) {
    int name = places.first(node.getFormalParameters()) - 1;
    List<Decl.Param> params = new ArrayList<>();
    for (ASTFormalParameter each : node.getFormalParameters()) {
      params.add(unit.variables.parameter(each));
    }
    return new Decl.Method(
        places.span(node),
        places.tokens().span(name),
        kind,
        places.token(name).text(),
        modifiers(node).modifiers(),
        unit.annotations.all(node),
        typeParams(node.getTypeParameters()),
        returnType,
        List.copyOf(params),
        unit.types.all(node.getThrowsList()),
        unit.statements.block(node.getBody()),
        defaultValue,
        unit.resolve(node, null, () -> unit.symbols.method(node.getSymbol())));
  }

  private Decl compact(ASTCompactConstructorDeclaration node) {
    // PMD 7.17 starts it after its modifiers
    ASTModifierList list = node.getModifiers();
    boolean isPlain = list.getTextRegion().isEmpty();
    int first = isPlain ? places.first(node) : Math.min(places.first(node), places.first(list));
    WrittenModifiers written = WrittenModifiers.at(places.tokens(), first);
    return new Decl.Method(
        places.tokens().span(first, places.last(node)),
        places.tokens().span(written.next()),
        Decl.Method.Kind.COMPACT_CONSTRUCTOR,
        places.token(written.next()).text(),
        written.modifiers(),
        unit.annotations.all(node),
        List.of(),
        null,
        List.of(),
        List.of(),
        unit.statements.block(node.getBody()),
        null,
        unit.resolve(node, null, () -> unit.symbols.method(node.getSymbol())));
  }

  private Decl enumConstant(ASTEnumConstant node) {
    int name = modifiers(node).next();
    List<Annotation> annotations = unit.annotations.all(node);
    return new Decl.EnumConstant(
        places.span(node),
        places.tokens().span(name),
        places.token(name).text(),
        annotations,
        unit.calls.arguments(node.getArguments()),
        unit.calls.body(node.getAnonymousClass()),
        unit.calls.method(node));
  }

  private WrittenModifiers modifiers(JavaNode node) {
    return WrittenModifiers.at(places.tokens(), places.first(node));
  }
}
