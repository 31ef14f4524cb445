package dev.zonegate.match.flow;

import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.List;

/** A moment of a run: a node has just been evaluated, or paths meet. */
final class Point {
  private final Node node;
  private final List<Edge> in = new ArrayList<>(2);
  private final List<Edge> out = new ArrayList<>(2);

  /** A point for {@code node}, or one where paths meet if that is null. */
  Point(Node node) {
    this.node = node;
  }

  static void connect(Point from, Point to, dev.zonegate.match.Condition test, boolean isFailure) {
    Edge edge = new Edge(from, to, test, isFailure);
    from.out.add(edge);
    to.in.add(edge);
  }

  Node node() {
    return node;
  }

  List<Edge> in() {
    return in;
  }

  List<Edge> out() {
    return out;
  }
}
