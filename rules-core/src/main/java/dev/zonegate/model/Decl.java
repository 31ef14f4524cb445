package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/**
 * A declaration. Only what the source spells out: no implicit constructor, accessor or member that
 * a processor adds.
 */
public sealed interface Decl extends Node {
  /** {@code package a.b;}. */
  record Package(Span span, List<Annotation> annotations, String name) implements Decl {
    @Override
    public List<Node> children() {
      return Node.parts(annotations);
    }
  }

  /**
   * An import.
   *
   * @param name qualified, without {@code .*}; of a module for {@code import module}
   */
  record Import(Span span, String name, boolean isStatic, boolean isOnDemand, boolean isModule)
      implements Decl {
    /** The name after the last dot. */
    public String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * A class, interface, enum, record or annotation type; also the implicit class of a compact
   * source file, which is called after its file and has no name in the text.
   *
   * @param qualifiedName with dots; {@code <local>Name} for a local one
   * @param components the components if it is a record
   * @param members in source order; an enum's constants come first
   * @param ref the declared type, with its supertypes
   */
  record Type(
      Span span,
      Span nameSpan,
      TypeShape.Kind kind,
      String name,
      String qualifiedName,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      List<TypeParam> typeParams,
      List<TypeNode> extendsTypes,
      List<TypeNode> implementsTypes,
      List<TypeNode> permitsTypes,
      List<Param> components,
      List<Decl> members,
      TypeRef ref)
      implements Decl {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(
          annotations,
          typeParams,
          components,
          extendsTypes,
          implementsTypes,
          permitsTypes,
          members);
    }
  }

  /** The body of an anonymous class or of an enum constant. */
  record Body(Span span, List<Decl> members) implements Decl {
    @Override
    public List<Node> children() {
      return Node.parts(members);
    }
  }

  /**
   * An enum constant.
   *
   * @param body its class body, or null
   * @param constructor what it calls, or null if unknown
   */
  record EnumConstant(
      Span span,
      Span nameSpan,
      String name,
      List<Annotation> annotations,
      List<Expr> arguments,
      Body body,
      MethodRef constructor)
      implements Decl {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, arguments, body);
    }
  }

  /**
   * One field; {@code int a, b[];} makes two, each spanning its name to the end of its initialiser.
   */
  record Field(
      Span span,
      Span nameSpan,
      String name,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      TypeNode type,
      Expr initializer,
      VarRef symbol)
      implements Decl, Variable {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, type, initializer);
    }
  }

  /**
   * A method, constructor, compact constructor or annotation element.
   *
   * @param returnType null for a constructor
   * @param params empty for a compact constructor
   * @param body null if it has none
   * @param defaultValue of an annotation element, or null
   * @param method what it declares, or null if the front-end does not say
   */
  record Method(
      Span span,
      Span nameSpan,
      Kind kind,
      String name,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      List<TypeParam> typeParams,
      TypeNode returnType,
      List<Param> params,
      List<TypeNode> throwsTypes,
      Stmt.Block body,
      Expr defaultValue,
      MethodRef method)
      implements Decl {
    /** What a method declaration declares. */
    public enum Kind {
      METHOD,
      CONSTRUCTOR,
      COMPACT_CONSTRUCTOR
    }

    public boolean isConstructor() {
      return kind != Kind.METHOD;
    }

    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(
          annotations, typeParams, returnType, params, throwsTypes, body, defaultValue);
    }
  }

  /** An initialiser block. */
  record Initializer(Span span, boolean isStatic, Stmt.Block body) implements Decl {
    @Override
    public List<Node> children() {
      return Node.parts(body);
    }
  }

  /**
   * A parameter of a method, constructor, lambda or catch clause, or a record component. Receiver
   * parameters are left out.
   *
   * @param type the element type if {@code isVarargs}; null for the parameter of {@code x -> ...}
   */
  record Param(
      Span span,
      Span nameSpan,
      String name,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      TypeNode type,
      boolean isVarargs,
      VarRef symbol)
      implements Decl, Variable {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, type);
    }
  }

  /** A type parameter. */
  record TypeParam(Span span, String name, List<Annotation> annotations, List<TypeNode> bounds)
      implements Decl {
    @Override
    public List<Node> children() {
      return Node.parts(annotations, bounds);
    }
  }

  /** A module declaration. */
  record Module(
      Span span,
      String name,
      boolean isOpen,
      List<Annotation> annotations,
      List<Directive> directives)
      implements Decl {
    @Override
    public List<Node> children() {
      return Node.parts(annotations, directives);
    }
  }

  /**
   * A directive of a module declaration.
   *
   * @param keyword with its modifiers: {@code requires}, {@code requires static}, {@code exports}
   *     ...
   * @param targets the names after {@code to} or {@code with}
   */
  record Directive(Span span, String keyword, String name, List<String> targets) implements Decl {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A declaration that the front-end could not lower. */
  record Opaque(Span span, List<Node> children) implements Decl {}
}
