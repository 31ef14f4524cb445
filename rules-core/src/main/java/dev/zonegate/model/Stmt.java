package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/** A statement. A local declaration of several variables is several statements. */
public sealed interface Stmt extends Node {
  /** {@code { ... }}. */
  record Block(Span span, List<Stmt> statements) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(statements);
    }
  }

  /**
   * A local variable, a resource or the variable of a for-each loop.
   *
   * @param span its name to the end of its initialiser
   */
  record Local(
      Span span,
      Span nameSpan,
      String name,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      TypeNode type,
      Expr initializer,
      VarRef symbol)
      implements Stmt, Variable {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, type, initializer);
    }
  }

  /** A class declared in a block. */
  record LocalType(Span span, Decl.Type type) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(type);
    }
  }

  /** An expression as a statement, or as the body of {@code case X ->}. */
  record Expression(Span span, Expr expression) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(expression);
    }
  }

  /** {@code if}; {@code otherwise} is null without {@code else}. */
  record If(Span span, Expr condition, Stmt then, Stmt otherwise) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "if");
    }

    @Override
    public List<Node> children() {
      return Node.parts(condition, then, otherwise);
    }
  }

  /** {@code while}. */
  record While(Span span, Expr condition, Stmt body) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "while");
    }

    @Override
    public List<Node> children() {
      return Node.parts(condition, body);
    }
  }

  /** {@code do ... while}. */
  record DoWhile(Span span, Stmt body, Expr condition) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "do");
    }

    @Override
    public List<Node> children() {
      return Node.parts(body, condition);
    }
  }

  /** The basic {@code for}; {@code condition} is null if left out. */
  record For(Span span, List<Stmt> init, Expr condition, List<Expr> update, Stmt body)
      implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "for");
    }

    @Override
    public List<Node> children() {
      return Node.parts(init, condition, update, body);
    }
  }

  /** The enhanced {@code for}. */
  record ForEach(Span span, Local variable, Expr iterable, Stmt body) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "for");
    }

    @Override
    public List<Node> children() {
      return Node.parts(variable, iterable, body);
    }
  }

  /** A {@code switch} statement. */
  record Switch(Span span, Expr selector, List<Case> cases) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "switch");
    }

    @Override
    public List<Node> children() {
      return Node.parts(selector, cases);
    }
  }

  /** {@code return}; {@code value} is null if left out. */
  record Return(Span span, Expr value) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "return");
    }

    @Override
    public List<Node> children() {
      return Node.parts(value);
    }
  }

  /** {@code throw}. */
  record Throw(Span span, Expr value) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "throw");
    }

    @Override
    public List<Node> children() {
      return Node.parts(value);
    }
  }

  /**
   * {@code try}.
   *
   * @param resources each a {@link Local} or an {@link Expr}
   * @param finallyBlock or null
   */
  record Try(Span span, List<Node> resources, Block body, List<Catch> catches, Block finallyBlock)
      implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "try");
    }

    @Override
    public List<Node> children() {
      return Node.parts(resources, body, catches, finallyBlock);
    }
  }

  /** {@code synchronized (lock) { ... }}. */
  record Synchronized(Span span, Expr lock, Block body) implements Stmt {
    @Override
    public Span anchor() {
      return Spans.keyword(span, "synchronized");
    }

    @Override
    public List<Node> children() {
      return Node.parts(lock, body);
    }
  }

  /** {@code label: statement}. */
  record Labeled(Span span, String label, Stmt body) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(body);
    }
  }

  /** {@code break}; {@code label} is null if left out. */
  record Break(Span span, String label) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code continue}; {@code label} is null if left out. */
  record Continue(Span span, String label) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** {@code yield} of a switch expression. */
  record Yield(Span span, Expr value) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(value);
    }
  }

  /** {@code assert}; {@code message} is null if left out. */
  record Assert(Span span, Expr condition, Expr message) implements Stmt {
    @Override
    public List<Node> children() {
      return Node.parts(condition, message);
    }
  }

  /** {@code ;}. */
  record Empty(Span span) implements Stmt {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /**
   * {@code this(...)}, {@code super(...)} or {@code outer.super(...)}.
   *
   * @param keyword the span of {@code this} or {@code super}
   * @param isSuper which of the two
   * @param target the outer instance, or null
   */
  record ConstructorCall(
      Span span,
      Span keyword,
      boolean isSuper,
      Expr target,
      List<TypeNode> typeArguments,
      List<Expr> arguments,
      MethodRef method)
      implements Stmt, Invocation {
    @Override
    public String name() {
      return MethodRef.CONSTRUCTOR;
    }

    @Override
    public TypeRef receiverType() {
      return method == null ? TypeRef.UNKNOWN : method.owner();
    }

    @Override
    public Span anchor() {
      return keyword;
    }

    @Override
    public String shortName() {
      return (isSuper ? "super" : "this") + Spans.argumentText(arguments);
    }

    @Override
    public List<Node> children() {
      return Node.parts(target, typeArguments, arguments);
    }
  }

  /** A statement that the front-end could not lower. */
  record Opaque(Span span, List<Node> children) implements Stmt {}
}
