package dev.zonegate.model;

import java.util.List;

/** An expression, without its parentheses. */
public sealed interface Expr extends Node
    permits Annotation,
        Expr.Literal,
        Expr.Name,
        Expr.FieldAccess,
        Expr.TypeName,
        Expr.This,
        Expr.Super,
        Expr.Call,
        Expr.New,
        Expr.NewArray,
        Expr.ArrayInitializer,
        Expr.Index,
        Expr.Unary,
        Expr.Binary,
        Expr.Assign,
        Expr.Conditional,
        Expr.Cast,
        Expr.InstanceOf,
        Expr.Lambda,
        Expr.MethodReference,
        Expr.SwitchExpr,
        Expr.ClassLiteral,
        Expr.Opaque {
  /** Its static type, erased; {@link TypeRef#UNKNOWN} if the front-end does not say. */
  TypeRef type();

  /**
   * A literal. {@code -1} is one, and so is {@code "a" + "b"}: adjacent string literals are joined.
   *
   * @param value Boolean, Character, Integer, Long, Float, Double or String; null for {@code null}
   */
  record Literal(Span span, TypeRef type, Object value) implements Expr {
    public boolean isNull() {
      return value == null;
    }

    public boolean isString() {
      return value instanceof String;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A simple name of a variable. */
  record Name(Span span, String name, VarRef variable, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code target.name}. */
  record FieldAccess(
      Span span, Expr target, Span nameSpan, String name, VarRef variable, TypeRef type)
      implements Expr {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(target);
    }
  }

  /**
   * A type where an expression may stand: the target of a static member or of a method reference.
   */
  record TypeName(Span span, TypeNode named) implements Expr {
    @Override
    public TypeRef type() {
      return named.ref();
    }

    @Override
    public List<Node> children() {
      return Node.parts(named);
    }
  }

  /** {@code this} or {@code Outer.this}; {@code qualifier} is null for the former. */
  record This(Span span, TypeNode qualifier, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(qualifier);
    }
  }

  /** {@code super} or {@code Outer.super} as a target; the latter has no type. */
  record Super(Span span, TypeNode qualifier, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(qualifier);
    }
  }

  /**
   * A method call; {@code target} is null if it has none.
   *
   * @param importedFrom the class that a static import names for a method that is not resolved,
   *     else unknown
   */
  record Call(
      Span span,
      Span nameSpan,
      Expr target,
      List<TypeNode> typeArguments,
      String name,
      List<Expr> arguments,
      MethodRef method,
      TypeRef importedFrom,
      TypeRef type)
      implements Expr, Invocation {
    @Override
    public TypeRef receiverType() {
      boolean isImported = target == null && method == null;
      return isImported ? importedFrom : Invocation.super.receiverType();
    }

    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public String shortName() {
      return Spans.targetText(target, ".") + name + Spans.argumentText(arguments);
    }

    @Override
    public List<Node> children() {
      return Node.parts(target, typeArguments, arguments);
    }
  }

  /**
   * {@code new X(...)}.
   *
   * @param target the outer instance of {@code outer.new X()}, or null
   * @param created the type as written
   * @param body the body of an anonymous class, or null
   * @param method the constructor; of the superclass for an anonymous class, of {@code Object} if
   *     that is an interface
   */
  record New(
      Span span,
      Expr target,
      List<TypeNode> typeArguments,
      TypeNode created,
      List<Expr> arguments,
      Decl.Body body,
      MethodRef method,
      TypeRef type)
      implements Expr, Invocation {
    @Override
    public String name() {
      return MethodRef.CONSTRUCTOR;
    }

    @Override
    public TypeRef receiverType() {
      return created.ref();
    }

    @Override
    public Span anchor() {
      return target == null ? Spans.keyword(span, "new") : created.span();
    }

    @Override
    public String shortName() {
      String written =
          created instanceof TypeNode.Named named ? named.name() : created.ref().simpleName();
      return "new "
          + written.substring(written.lastIndexOf('.') + 1)
          + Spans.argumentText(arguments);
    }

    @Override
    public List<Node> children() {
      return Node.parts(target, typeArguments, created, arguments, body);
    }
  }

  /**
   * {@code new int[n][]} or {@code new int[] {...}}.
   *
   * @param element the type without any brackets
   * @param sizes the sizes given
   * @param emptyDimensions the brackets without a size
   * @param initializer or null
   */
  record NewArray(
      Span span,
      TypeNode element,
      List<Expr> sizes,
      int emptyDimensions,
      ArrayInitializer initializer,
      TypeRef type)
      implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(element, sizes, initializer);
    }
  }

  /** {@code { a, b }} of an array or annotation. */
  record ArrayInitializer(Span span, List<Expr> elements, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(elements);
    }
  }

  /** {@code array[index]}. */
  record Index(Span span, Expr array, Expr index, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(array, index);
    }
  }

  /**
   * A unary operation.
   *
   * @param operator {@code ! ~ + - ++ --}
   * @param isPostfix whether {@code ++} or {@code --} follows its operand
   */
  record Unary(Span span, String operator, boolean isPostfix, Expr operand, TypeRef type)
      implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(operand);
    }
  }

  /**
   * A binary operation other than assignment and {@code instanceof}; left-associative as in the
   * grammar.
   */
  record Binary(Span span, String operator, Expr left, Expr right, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(left, right);
    }
  }

  /**
   * An assignment.
   *
   * @param operator {@code =}, {@code +=} ...
   */
  record Assign(Span span, String operator, Expr assigned, Expr value, TypeRef type)
      implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(assigned, value);
    }
  }

  /** {@code condition ? then : otherwise}. */
  record Conditional(Span span, Expr condition, Expr then, Expr otherwise, TypeRef type)
      implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(condition, then, otherwise);
    }
  }

  /** {@code (type) operand}. */
  record Cast(Span span, TypeNode to, Expr operand, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(to, operand);
    }
  }

  /**
   * {@code operand instanceof ...}.
   *
   * @param tested a {@link TypeNode} or a {@link Pattern}
   */
  record InstanceOf(Span span, Expr operand, Node tested, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(operand, tested);
    }
  }

  /**
   * A lambda.
   *
   * @param body an {@link Expr} or a {@link Stmt.Block}
   * @param type the functional interface
   */
  record Lambda(Span span, List<Decl.Param> params, Node body, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(params, body);
    }
  }

  /**
   * {@code target::name}.
   *
   * @param name {@code new} for a constructor
   * @param type the functional interface
   */
  record MethodReference(
      Span span,
      Expr target,
      Span nameSpan,
      List<TypeNode> typeArguments,
      String name,
      MethodRef method,
      TypeRef type)
      implements Expr, Invocation {
    @Override
    public List<Expr> arguments() {
      return List.of();
    }

    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public String shortName() {
      return Spans.targetText(target, "::") + name;
    }

    @Override
    public List<Node> children() {
      return Node.parts(target, typeArguments);
    }
  }

  /** A {@code switch} expression. */
  record SwitchExpr(Span span, Expr selector, List<Case> cases, TypeRef type) implements Expr {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "switch");
    }

    @Override
    public List<Node> children() {
      return Node.parts(selector, cases);
    }
  }

  /** {@code X.class}. */
  record ClassLiteral(Span span, TypeNode named, TypeRef type) implements Expr {
    @Override
    public List<Node> children() {
      return Node.parts(named);
    }
  }

  /** An expression that the front-end could not lower. */
  record Opaque(Span span, List<Node> children) implements Expr {
    @Override
    public TypeRef type() {
      return TypeRef.UNKNOWN;
    }
  }
}
