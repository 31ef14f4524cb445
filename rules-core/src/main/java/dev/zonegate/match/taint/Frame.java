package dev.zonegate.match.taint;

import dev.zonegate.model.Node;
import java.util.ArrayDeque;
import java.util.Deque;

/** One body that is being executed: a method's or a lambda's. */
final class Frame {
  final Frame caller;
  final Node body;
  final Value self;
  final int depth;

  /** What makes the objects of this execution different from those of another. */
  final Object context;

  final Deque<Target> targets = new ArrayDeque<>();
  final Deque<Value[]> yields = new ArrayDeque<>();
  final Deque<State[]> handlers = new ArrayDeque<>();
  Value returned = Value.NOTHING;
  State exit;

  Frame(Frame caller, Node body, Value self, Object context) {
    this.caller = caller;
    this.body = body;
    this.self = self;
    this.context = context;
    this.depth = caller == null ? 0 : caller.depth + 1;
  }

  boolean isExecuting(Node other) {
    for (Frame each = this; each != null; each = each.caller) {
      if (each.body == other) {
        return true;
      }
    }
    return false;
  }
}
