package dev.zonegate.frontend.javaparser;

import com.github.javaparser.ast.Modifier.Keyword;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.TypeParameter;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Modifier;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.TypeNode;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import dev.zonegate.model.VarRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Lowers declarations. */
final class DeclLowering {
  private final FileLowering file;

  DeclLowering(FileLowering file) {
    this.file = file;
  }

  /** A type whose {@link OwnType} the current scope knows. */
  Decl.Type type(TypeDeclaration<?> type, OwnType own) {
    return file.in(file.ownTypes().headerScope(own), () -> lower(type, own));
  }

  private Decl.Type lower(TypeDeclaration<?> type, OwnType own) {
    boolean isNamed = type.getName().getRange().isPresent();
    String simpleName = isNamed ? type.getNameAsString() : file.implicitClassName();
    List<Annotation> annotations = annotations(type.getAnnotations());
    List<Decl.Param> components =
        type instanceof RecordDeclaration record
            ? file.in(
                file.ownTypes().bodyScope(own).block(),
                () -> params(record.getParameters(), VarRef.Kind.FIELD))
            : List.of();
    List<Decl> members = file.in(file.ownTypes().bodyScope(own), () -> allMembers(type));
    return new Decl.Type(
        isNamed ? file.spanWithModifiers(type, type.getModifiers()) : file.implicitClassSpan(type),
        file.nameSpan(type.getName()),
        kind(type),
        simpleName,
        own.ref().name(),
        modifiers(isNamed ? type.getModifiers() : new NodeList<>()),
        annotations,
        typeParams(Headers.typeParameters(type)),
        file.types().types(Headers.extended(type)),
        file.types().types(Headers.implemented(type)),
        file.types().types(Headers.permitted(type)),
        components,
        members,
        own.ref());
  }

  private List<Decl> allMembers(TypeDeclaration<?> type) {
    List<Decl> members = new ArrayList<>();
    if (type instanceof EnumDeclaration enumeration) {
      for (EnumConstantDeclaration each : enumeration.getEntries()) {
        members.add(file.guarded(each, () -> constant(each), Decl.Opaque::new));
      }
    }
    members.addAll(members(type.getMembers()));
    return members;
  }

  private static TypeShape.Kind kind(TypeDeclaration<?> type) {
    if (type instanceof EnumDeclaration) {
      return TypeShape.Kind.ENUM;
    }
    if (type instanceof RecordDeclaration) {
      return TypeShape.Kind.RECORD;
    }
    if (type instanceof AnnotationDeclaration) {
      return TypeShape.Kind.ANNOTATION;
    }
    boolean isInterface = ((ClassOrInterfaceDeclaration) type).isInterface();
    return isInterface ? TypeShape.Kind.INTERFACE : TypeShape.Kind.CLASS;
  }

  Stmt localType(TypeDeclaration<?> type) {
    OwnType own = file.ownTypes().local(type, file.scope());
    Decl.Type lowered = type(type, own);
    return new Stmt.LocalType(lowered.span(), lowered);
  }

  Decl.Body anonymous(ObjectCreationExpr creation, NodeList<BodyDeclaration<?>> members) {
    String superclass = creation.getType().getNameWithScope();
    OwnType own = file.ownTypes().anonymous(superclass, members, file.scope());
    return body(own, members, file.bodySpan(creation, creation.getType()));
  }

  private Decl.Body body(OwnType own, NodeList<BodyDeclaration<?>> members, Span span) {
    return file.in(file.ownTypes().bodyScope(own), () -> new Decl.Body(span, members(members)));
  }

  private Decl constant(EnumConstantDeclaration constant) {
    List<Annotation> annotations = annotations(constant.getAnnotations());
    List<Expr> arguments = file.expressions().exprs(constant.getArguments());
    Decl.Body body = null;
    if (file.endsWithBrace(constant)) {
      OwnType enumeration = file.scope().enclosingType();
      OwnType own =
          file.ownTypes().anonymous(enumeration.typeName(), constant.getClassBody(), file.scope());
      body = body(own, constant.getClassBody(), file.bodySpan(constant, constant.getName()));
    }
    return new Decl.EnumConstant(
        file.span(constant),
        file.nameSpan(constant.getName()),
        constant.getNameAsString(),
        annotations,
        arguments,
        body,
        null);
  }

  List<Decl> members(Iterable<BodyDeclaration<?>> members) {
    List<Decl> lowered = new ArrayList<>();
    for (BodyDeclaration<?> each : members) {
      if (each instanceof FieldDeclaration field) {
        lowered.addAll(fields(field));
      } else {
        lowered.add(file.guarded(each, () -> member(each), Decl.Opaque::new));
      }
    }
    return lowered;
  }

  private Decl member(BodyDeclaration<?> member) {
    if (member instanceof TypeDeclaration<?> type) {
      return type(type, file.ownTypes().of(type));
    }
    if (member instanceof InitializerDeclaration initializer) {
      Stmt.Block body = file.statements().block(initializer.getBody());
      return new Decl.Initializer(file.span(initializer), initializer.isStatic(), body);
    }
    return file.inBlock(() -> method(member));
  }

  private Decl method(BodyDeclaration<?> member) {
    if (member instanceof CallableDeclaration<?> callable) {
      return callable(callable);
    }
    if (member instanceof CompactConstructorDeclaration constructor) {
      file.ownTypes().declareComponents(constructor, file.scope());
      return new MethodParts(Decl.Method.Kind.COMPACT_CONSTRUCTOR, constructor.getName())
          .lower(
              constructor,
              constructor.getModifiers(),
              constructor.getTypeParameters(),
              null,
              new NodeList<>(),
              constructor.getThrownExceptions(),
              constructor.getBody(),
              null);
    }
    if (member instanceof AnnotationMemberDeclaration element) {
      Expr value = element.getDefaultValue().map(file.expressions()::expr).orElse(null);
      return new MethodParts(Decl.Method.Kind.METHOD, element.getName())
          .lower(
              element,
              element.getModifiers(),
              new NodeList<>(),
              element.getType(),
              new NodeList<>(),
              new NodeList<>(),
              null,
              value);
    }
    throw new IllegalArgumentException("unknown member " + member.getMetaModel());
  }

  private Decl callable(CallableDeclaration<?> callable) {
    MethodDeclaration method = callable instanceof MethodDeclaration m ? m : null;
    BlockStmt body =
        method == null
            ? ((ConstructorDeclaration) callable).getBody()
            : method.getBody().orElse(null);
    Decl.Method.Kind kind = method == null ? Decl.Method.Kind.CONSTRUCTOR : Decl.Method.Kind.METHOD;
    return new MethodParts(kind, callable.getName())
        .lower(
            callable,
            callable.getModifiers(),
            callable.getTypeParameters(),
            method == null ? null : method.getType(),
            callable.getParameters(),
            callable.getThrownExceptions(),
            body,
            null);
  }

  /** What methods, constructors and annotation elements have in common. */
  private final class MethodParts {
    private final Decl.Method.Kind kind;
    private final SimpleName name;

    MethodParts(Decl.Method.Kind kind, SimpleName name) {
      this.kind = kind;
      this.name = name;
    }

    Decl.Method lower(
        BodyDeclaration<?> member,
        NodeList<com.github.javaparser.ast.Modifier> modifiers,
        NodeList<TypeParameter> typeParameters,
        Type returns,
        NodeList<Parameter> parameters,
        NodeList<? extends Type> thrown,
        BlockStmt body,
        Expr defaultValue) {
      file.ownTypes().declareTypeVariables(typeParameters, file.scope());
      List<Annotation> annotations = annotations(member.getAnnotations());
      List<Decl.TypeParam> typeParams = typeParams(typeParameters);
      TypeNode returnType = returns == null ? null : file.types().type(returns);
      List<Decl.Param> params = params(parameters, VarRef.Kind.PARAMETER);
      return new Decl.Method(
          file.spanWithModifiers(member, modifiers),
          file.nameSpan(name),
          kind,
          name.getIdentifier(),
          modifiers(modifiers),
          annotations,
          typeParams,
          returnType,
          params,
          file.types().types(thrown),
          body == null ? null : file.statements().block(body),
          defaultValue,
          null);
    }
  }

  private List<Decl.Field> fields(FieldDeclaration declaration) {
    List<Decl.Field> fields = new ArrayList<>();
    for (VariableDeclarator each : declaration.getVariables()) {
      TypeNode type = file.types().type(each.getType());
      Expr initializer =
          each.getInitializer()
              .map(value -> file.arrays().initializer(value, type.ref()))
              .orElse(null);
      OwnType owner = file.scope().enclosingType();
      fields.add(
          new Decl.Field(
              file.span(each),
              file.nameSpan(each.getName()),
              each.getNameAsString(),
              modifiers(declaration.getModifiers()),
              annotations(declaration.getAnnotations()),
              type,
              initializer,
              owner.field(each.getNameAsString())));
    }
    return fields;
  }

  /** The variables of a local declaration or resource, each seen from its own initialiser on. */
  List<Stmt.Local> locals(VariableDeclarationExpr declaration, VarRef.Kind kind) {
    List<Stmt.Local> locals = new ArrayList<>();
    for (VariableDeclarator each : declaration.getVariables()) {
      TypeNode written =
          file.types().isVar(each.getType()) ? null : file.types().type(each.getType());
      TypeRef expected = written == null ? TypeRef.UNKNOWN : written.ref();
      Expr initializer =
          each.getInitializer()
              .map(value -> file.arrays().initializer(value, expected))
              .orElse(null);
      TypeRef inferred = initializer == null ? TypeRef.UNKNOWN : initializer.type();
      TypeNode type = written == null ? file.types().local(each.getType(), inferred) : written;
      locals.add(local(declaration, each, type, initializer, kind));
    }
    return locals;
  }

  /** The variable of a for-each loop over something of a type. */
  Stmt.Local element(VariableDeclarationExpr declaration, TypeRef iterated) {
    VariableDeclarator variable = declaration.getVariable(0);
    TypeNode type = file.types().local(variable.getType(), ExprTypes.element(iterated));
    return local(declaration, variable, type, null, VarRef.Kind.LOCAL);
  }

  private Stmt.Local local(
      VariableDeclarationExpr declaration,
      VariableDeclarator variable,
      TypeNode type,
      Expr initializer,
      VarRef.Kind kind) {
    boolean isFinal = isFinal(declaration.getModifiers());
    Object constant =
        isFinal && initializer != null
            ? ConstantFolding.valueAs(type.ref().name(), initializer)
            : null;
    List<Annotation> annotations = annotations(declaration.getAnnotations());
    VarRef symbol =
        file.declare(
            new VarRef(
                kind,
                "",
                variable.getNameAsString(),
                type.ref(),
                false,
                isFinal || kind == VarRef.Kind.RESOURCE,
                names(annotations),
                constant));
    return new Stmt.Local(
        file.span(variable),
        file.nameSpan(variable.getName()),
        variable.getNameAsString(),
        modifiers(declaration.getModifiers()),
        annotations,
        type,
        initializer,
        symbol);
  }

  List<Decl.Param> params(NodeList<Parameter> parameters, VarRef.Kind kind) {
    List<Decl.Param> params = new ArrayList<>();
    for (Parameter each : parameters) {
      params.add(param(each, kind));
    }
    return params;
  }

  Decl.Param param(Parameter parameter, VarRef.Kind kind) {
    TypeNode type = file.types().type(parameter.getType());
    TypeRef element = type == null ? TypeRef.UNKNOWN : type.ref();
    List<Annotation> annotations = annotations(parameter.getAnnotations());
    boolean isComponent = kind == VarRef.Kind.FIELD;
    VarRef symbol =
        file.declare(
            new VarRef(
                kind,
                isComponent ? file.scope().enclosingType().ref().name() : "",
                parameter.getNameAsString(),
                parameter.isVarArgs() ? element.array() : element,
                false,
                isComponent || isFinal(parameter.getModifiers()),
                names(annotations),
                null));
    return new Decl.Param(
        file.spanWithModifiers(parameter, parameter.getModifiers()),
        file.nameSpan(parameter.getName()),
        parameter.getNameAsString(),
        modifiers(parameter.getModifiers()),
        annotations,
        type,
        parameter.isVarArgs(),
        symbol);
  }

  private List<Decl.TypeParam> typeParams(NodeList<TypeParameter> parameters) {
    List<Decl.TypeParam> params = new ArrayList<>();
    for (TypeParameter each : parameters) {
      params.add(
          new Decl.TypeParam(
              file.span(each),
              each.getNameAsString(),
              annotations(each.getAnnotations()),
              file.types().types(each.getTypeBound())));
    }
    return params;
  }

  private List<Annotation> annotations(NodeList<AnnotationExpr> annotations) {
    return file.annotations().all(annotations);
  }

  static Set<String> names(List<Annotation> annotations) {
    if (annotations.isEmpty()) {
      return Set.of();
    }
    Set<String> names = new TreeSet<>();
    for (Annotation each : annotations) {
      if (!each.type().isUnknown()) {
        names.add(each.type().name());
      }
    }
    return names;
  }

  boolean isFinal(NodeList<com.github.javaparser.ast.Modifier> modifiers) {
    return modifiers.stream().anyMatch(each -> each.getKeyword() == Keyword.FINAL);
  }

  Set<Modifier> modifiers(NodeList<com.github.javaparser.ast.Modifier> modifiers) {
    if (modifiers.isEmpty()) {
      return Set.of();
    }
    Set<Modifier> written = EnumSet.noneOf(Modifier.class);
    for (com.github.javaparser.ast.Modifier each : modifiers) {
      String keyword = each.getKeyword().asString();
      written.add(Modifier.valueOf(keyword.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return Collections.unmodifiableSet(written);
  }
}
