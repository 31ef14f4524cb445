package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/** A pattern of {@code instanceof} or a switch. */
public sealed interface Pattern extends Node {
  /** {@code String s}: tests the type and declares a variable. */
  record Typed(
      Span span,
      Span nameSpan,
      String name,
      Set<Modifier> modifiers,
      List<Annotation> annotations,
      TypeNode type,
      VarRef symbol)
      implements Pattern, Variable {
    @Override
    public Span anchor() {
      return nameSpan;
    }

    @Override
    public List<Node> children() {
      return Node.parts(annotations, type);
    }
  }

  /** {@code Point(int x, var y)}: tests the type and takes its components apart. */
  record Deconstruction(Span span, TypeNode type, List<Pattern> components) implements Pattern {
    @Override
    public List<Node> children() {
      return Node.parts(type, components);
    }
  }

  /** {@code _}: matches anything. */
  record Any(Span span) implements Pattern {
    @Override
    public List<Node> children() {
      return List.of();
    }
  }
}
