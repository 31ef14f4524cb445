package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.TypeParameter;
import dev.zonegate.model.Certainty;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.VarRef;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The types that the file declares: their names, supertypes, fields and scopes. */
final class OwnTypes {
  private final FileLowering file;
  private final Map<TypeDeclaration<?>, OwnType> declared = new IdentityHashMap<>();
  private final Map<OwnType, Scope> bodies = new IdentityHashMap<>();
  private final Map<String, OwnType> byName = new HashMap<>();

  OwnTypes(FileLowering file) {
    this.file = file;
  }

  /** Declares a top-level type and all that it contains, so that any order of uses is fine. */
  void topLevel(TypeDeclaration<?> type, String packageName, Scope scope) {
    boolean isNamed = type.getName().getRange().isPresent();
    String name = isNamed ? type.getNameAsString() : file.implicitClassName();
    String qualified = packageName.isEmpty() ? name : packageName + "." + name;
    OwnType own = declare(type, name, qualified, scope);
    scope.declare(own);
  }

  /** Declares a local type in the scope of its block. */
  OwnType local(TypeDeclaration<?> type, Scope scope) {
    String name = type.getNameAsString();
    OwnType own = declare(type, name, "<local>" + name, scope);
    scope.declare(own);
    return own;
  }

  /** The class of a body that has no name. */
  OwnType anonymous(String superclass, NodeList<BodyDeclaration<?>> members, Scope scope) {
    OwnType own = new OwnType(TypeRef.named("<anon>"), "");
    own.declaredIn(scope);
    own.addSuperclass(superclass);
    bodies.put(own, scope.within(own));
    members(own, members, false);
    return own;
  }

  OwnType of(TypeDeclaration<?> type) {
    return declared.get(type);
  }

  /** The type of this file that an expression has; null if it has another one. */
  OwnType of(TypeRef type) {
    return byName.get(type.name());
  }

  /** The type that an accessor of a record of this file returns; else unknown. */
  TypeRef accessed(TypeRef type, String name) {
    OwnType own = of(type);
    return own == null ? TypeRef.UNKNOWN : own.accessed(name);
  }

  /** What a type's own header sees: its type parameters, but none of its members. */
  Scope headerScope(OwnType type) {
    return Objects.requireNonNull(bodies.get(type)).outer();
  }

  Scope bodyScope(OwnType type) {
    return bodies.get(type);
  }

  /** A named type of which its declaration here tells that it is an enum. */
  private static TypeRef enumCalled(String qualified) {
    TypeShape shape =
        new TypeShape(
            TypeShape.Kind.ENUM, Set.of("java.lang.Enum"), Set.of(), List.of(), List.of(), false);
    return new TypeRef(qualified, Certainty.NAMED, List.of(), shape);
  }

  private OwnType declare(TypeDeclaration<?> type, String name, String qualified, Scope scope) {
    TypeRef ref =
        type instanceof EnumDeclaration ? enumCalled(qualified) : TypeRef.named(qualified);
    OwnType own = new OwnType(ref, name);
    declared.put(type, own);
    byName.put(qualified, own);
    own.declaredIn(scope);
    for (ClassOrInterfaceType each : Headers.implemented(type)) {
      own.addSupertype(each.getNameWithScope());
    }
    boolean isClass = type instanceof ClassOrInterfaceDeclaration c && !c.isInterface();
    for (ClassOrInterfaceType each : Headers.extended(type)) {
      if (isClass) {
        own.addSuperclass(each.getNameWithScope());
      } else {
        own.addSupertype(each.getNameWithScope());
      }
    }
    Scope header = scope.block();
    Scope body = header.within(own);
    bodies.put(own, body);
    boolean hasConstantsOnly =
        type instanceof AnnotationDeclaration
            || type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
    if (type instanceof EnumDeclaration enumeration) {
      for (EnumConstantDeclaration each : enumeration.getEntries()) {
        own.addField(each.getNameAsString(), () -> constant(own, each));
      }
    }
    if (type instanceof RecordDeclaration record) {
      // the component of a generic one has another type wherever it is used
      boolean isGeneric = record.getTypeParameters().isNonEmpty();
      for (Parameter each : record.getParameters()) {
        if (isGeneric) {
          own.addField(each.getNameAsString(), () -> component(own, each));
        } else {
          own.addComponent(each.getNameAsString(), () -> component(own, each));
        }
      }
    }
    members(own, type.getMembers(), hasConstantsOnly);
    declareTypeVariables(Headers.typeParameters(type), header);
    return own;
  }

  private void members(
      OwnType own, NodeList<BodyDeclaration<?>> members, boolean hasConstantsOnly) {
    for (BodyDeclaration<?> each : members) {
      if (each instanceof FieldDeclaration field) {
        for (VariableDeclarator variable : field.getVariables()) {
          own.addField(
              variable.getNameAsString(), () -> field(own, field, variable, hasConstantsOnly));
        }
      } else if (each instanceof TypeDeclaration<?> type) {
        String name = type.getNameAsString();
        own.addMember(declare(type, name, own.ref().name() + "." + name, bodies.get(own)));
      }
    }
  }

  /** Declares type parameters, each erased to its first bound, which may be a later one. */
  void declareTypeVariables(NodeList<TypeParameter> parameters, Scope scope) {
    TypeRef object = TypeRef.named("java.lang.Object");
    for (TypeParameter each : parameters) {
      scope.declareTypeVariable(each.getNameAsString(), object);
    }
    for (int i = parameters.size() - 1; i >= 0; i--) {
      TypeParameter each = parameters.get(i);
      if (!each.getTypeBound().isEmpty()) {
        String bound = each.getTypeBound().get(0).getNameWithScope();
        scope.declareTypeVariable(each.getNameAsString(), scope.type(bound));
      }
    }
  }

  /** In a compact constructor the components are its parameters. */
  void declareComponents(CompactConstructorDeclaration constructor, Scope scope) {
    constructor
        .getParentNode()
        .filter(RecordDeclaration.class::isInstance)
        .map(RecordDeclaration.class::cast)
        .ifPresent(
            record ->
                record.getParameters().forEach(each -> scope.declare(parameter(each, scope))));
  }

  private VarRef parameter(Parameter parameter, Scope scope) {
    return file.quietly(
        scope,
        () ->
            new VarRef(
                VarRef.Kind.PARAMETER,
                "",
                parameter.getNameAsString(),
                componentType(parameter),
                false,
                false,
                names(parameter.getAnnotations()),
                null));
  }

  private VarRef component(OwnType own, Parameter parameter) {
    return file.quietly(
        bodies.get(own),
        () ->
            new VarRef(
                VarRef.Kind.FIELD,
                own.ref().name(),
                parameter.getNameAsString(),
                componentType(parameter),
                false,
                true,
                names(parameter.getAnnotations()),
                null));
  }

  private TypeRef componentType(Parameter parameter) {
    TypeRef type = file.types().type(parameter.getType()).ref();
    return parameter.isVarArgs() ? type.array() : type;
  }

  private VarRef constant(OwnType own, EnumConstantDeclaration constant) {
    return file.quietly(
        bodies.get(own),
        () ->
            new VarRef(
                VarRef.Kind.ENUM_CONSTANT,
                own.ref().name(),
                constant.getNameAsString(),
                own.ref(),
                true,
                true,
                names(constant.getAnnotations()),
                null));
  }

  private VarRef field(
      OwnType own, FieldDeclaration field, VariableDeclarator variable, boolean isConstant) {
    return file.quietly(
        bodies.get(own),
        () -> {
          TypeNode type = file.types().type(variable.getType());
          boolean isFinal = isConstant || field.hasModifier(Keyword.FINAL);
          return new VarRef(
              VarRef.Kind.FIELD,
              own.ref().name(),
              variable.getNameAsString(),
              type.ref(),
              isConstant || field.hasModifier(Keyword.STATIC),
              isFinal,
              names(field.getAnnotations()),
              isFinal ? constant(type.ref(), variable) : null);
        });
  }

  private Object constant(TypeRef type, VariableDeclarator variable) {
    boolean isBasic = type.isPrimitive() || type.name().equals("java.lang.String");
    return isBasic && variable.getInitializer().isPresent()
        ? ConstantFolding.valueAs(
            type.name(), file.expressions().expr(variable.getInitializer().get()))
        : null;
  }

  private Set<String> names(NodeList<AnnotationExpr> annotations) {
    if (annotations.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    for (AnnotationExpr each : annotations) {
      TypeRef type = file.scope().type(each.getNameAsString());
      if (!type.isUnknown()) {
        names.add(type.name());
      }
    }
    return names;
  }
}
