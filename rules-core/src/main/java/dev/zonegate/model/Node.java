package dev.zonegate.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A piece of a program. Parentheses have no node; what a compiler adds has none either. */
public sealed interface Node
    permits Unit,
        Decl,
        Stmt,
        Expr,
        TypeNode,
        Pattern,
        Variable,
        Invocation,
        Annotation.Argument,
        Case,
        Catch {
  /** What it covers in the source. */
  Span span();

  /**
   * Where it is shown: the name of a call or declaration, the keyword of a statement, else its
   * first token.
   */
  default Span anchor() {
    return span();
  }

  /** Its direct parts in source order. */
  List<Node> children();

  /** A list of parts from nodes, collections of nodes and nulls, which are left out. */
  static List<Node> parts(Object... parts) {
    int size = 0;
    for (Object part : parts) {
      size += part instanceof Collection<?> nodes ? nodes.size() : part == null ? 0 : 1;
    }
    if (size == 0) {
      return List.of();
    }
    List<Node> all = new ArrayList<>(size);
    for (Object part : parts) {
      if (part instanceof Node node) {
        all.add(node);
      } else if (part instanceof Collection<?> nodes) {
        for (Object node : nodes) {
          all.add((Node) node);
        }
      }
    }
    return all;
  }
}
