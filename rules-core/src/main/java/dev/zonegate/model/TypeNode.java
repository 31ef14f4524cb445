package dev.zonegate.model;

import java.util.List;

/** A type as written. */
public sealed interface TypeNode extends Node {
  /** The erased type it means. */
  TypeRef ref();

  /** The last word of its name as written, known where the type is not; empty if it has none. */
  default String simpleName() {
    return this instanceof Named named
        ? named.name().substring(named.name().lastIndexOf('.') + 1)
        : "";
  }

  /**
   * A class, interface or type variable.
   *
   * @param name as written, dotted, without type arguments and annotations
   * @param arguments type arguments in source order, those of an outer type first
   * @param isDiamond whether the arguments are left to inference ({@code <>})
   */
  record Named(
      Span span,
      String name,
      List<TypeNode> arguments,
      boolean isDiamond,
      List<Annotation> annotations,
      TypeRef ref)
      implements TypeNode {
    @Override
    public List<Node> children() {
      return Node.parts(annotations, arguments);
    }
  }

  /** A primitive type or {@code void}. */
  record Primitive(Span span, String name, List<Annotation> annotations) implements TypeNode {
    @Override
    public TypeRef ref() {
      return TypeRef.isPrimitive(name) ? TypeRef.primitive(name) : TypeRef.UNKNOWN;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations);
    }
  }

  /** An array; its span is {@link Span#NONE} if some brackets follow the declared name. */
  record Array(Span span, TypeNode element, List<Annotation> annotations) implements TypeNode {
    @Override
    public TypeRef ref() {
      return element.ref().array();
    }

    @Override
    public List<Node> children() {
      return Node.parts(element, annotations);
    }
  }

  /** {@code ?}, {@code ? extends X} or {@code ? super X}. */
  record Wildcard(Span span, Bound bound, TypeNode type, List<Annotation> annotations)
      implements TypeNode {
    /** Which bound it has. */
    public enum Bound {
      NONE,
      EXTENDS,
      SUPER
    }

    @Override
    public TypeRef ref() {
      return bound == Bound.EXTENDS ? type.ref() : TypeRef.UNKNOWN;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, type);
    }
  }

  /** {@code A | B} of a catch clause. */
  record Union(Span span, List<TypeNode> alternatives) implements TypeNode {
    @Override
    public TypeRef ref() {
      return TypeRef.UNKNOWN;
    }

    @Override
    public List<Node> children() {
      return Node.parts(alternatives);
    }
  }

  /** {@code A & B} of a cast; erased to its first bound. */
  record Intersection(Span span, List<TypeNode> bounds) implements TypeNode {
    @Override
    public TypeRef ref() {
      return bounds.get(0).ref();
    }

    @Override
    public List<Node> children() {
      return Node.parts(bounds);
    }
  }

  /** {@code var}, with the inferred type. */
  record Var(Span span, TypeRef ref) implements TypeNode {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  /** A type that the front-end could not lower. */
  record Opaque(Span span, List<Node> children) implements TypeNode {
    @Override
    public TypeRef ref() {
      return TypeRef.UNKNOWN;
    }
  }
}
