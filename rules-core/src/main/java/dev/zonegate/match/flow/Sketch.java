package dev.zonegate.match.flow;

import dev.zonegate.match.Condition;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A graph in the making: how far control has come, and where jumps and failures lead. */
final class Sketch {
  private final List<Point> points = new ArrayList<>();
  private final Map<Node, List<Point>> byNode = new IdentityHashMap<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Point start = join();
  private final Point end = join();
  private final Point failed = join();
  private Point current = start;

  /** Where a jump leads, and how many frames are left standing there. */
  record Target(Point point, int depth) {}

  /** A {@code try} around what is being drawn: its handlers, or its {@code finally}. */
  static final class Frame {
    private final Point dispatch;
    private final Stmt.Block last;
    private final Map<Target, Point> jumps = new LinkedHashMap<>();

    Frame(Point dispatch, Stmt.Block last) {
      this.dispatch = dispatch;
      this.last = last;
    }

    Point dispatch() {
      return dispatch;
    }

    Map<Target, Point> jumps() {
      return jumps;
    }
  }

  Point start() {
    return start;
  }

  Point end() {
    return end;
  }

  Point failed() {
    return failed;
  }

  int size() {
    return points.size();
  }

  Map<Node, List<Point>> byNode() {
    return byNode;
  }

  /** A new point where paths can meet. */
  Point join() {
    Point point = new Point(null);
    points.add(point);
    return point;
  }

  /** Control has evaluated {@code node}. */
  void step(Node node) {
    Point point = new Point(node);
    points.add(point);
    byNode.computeIfAbsent(node, any -> new ArrayList<>(1)).add(point);
    if (current != null) {
      Point.connect(current, point, null, false);
    }
    current = point;
  }

  /** What was evaluated last may fail. */
  void mayFail() {
    Point.connect(current, handler(), null, true);
  }

  /** Control goes on at {@code to}. */
  void go(Point to) {
    if (current != null) {
      Point.connect(current, to, null, false);
    }
    current = null;
  }

  /**
   * Control may go on at {@code to} because a test came out so; {@link #stop} when all are told.
   */
  void goIf(Point to, Expr test, boolean holds) {
    if (current != null) {
      Point.connect(current, to, new Condition(test, holds), false);
    }
  }

  /** Control may also go on at {@code to}. */
  void mayGo(Point to) {
    if (current != null) {
      Point.connect(current, to, null, false);
    }
  }

  void stop() {
    current = null;
  }

  /** Drawing goes on from here. */
  void resume(Point at) {
    current = at;
  }

  boolean isReachable() {
    return current != null;
  }

  int depth() {
    return frames.size();
  }

  Frame push(Stmt.Block last) {
    Frame frame = new Frame(join(), last);
    frames.push(frame);
    return frame;
  }

  void pop() {
    frames.pop();
  }

  /** Where a failure leads. */
  Point handler() {
    return frames.isEmpty() ? failed : frames.peek().dispatch;
  }

  /** Control leaves for {@code target}, by way of every {@code finally} in between. */
  void jump(Target target) {
    int standing = frames.size();
    for (Frame frame : frames) {
      if (standing <= target.depth()) {
        break;
      }
      if (frame.last != null) {
        go(frame.jumps.computeIfAbsent(target, any -> join()));
        return;
      }
      standing--;
    }
    go(target.point());
  }
}
