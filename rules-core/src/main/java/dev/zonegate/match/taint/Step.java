package dev.zonegate.match.taint;

import dev.zonegate.model.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A place that a value passes.
 *
 * @param before the step before it, or null for the first
 * @param depth how many steps there are, this one included
 */
public record Step(Step before, Node at, String message, int depth) {
  private static final int MOST = 12;

  static Step first(Node at, String message) {
    return new Step(null, at, message, 1);
  }

  Step then(Node next, String text) {
    return next == at || depth >= MOST ? this : new Step(this, next, text, depth + 1);
  }

  /** All steps, the first first. */
  public List<Step> path() {
    Deque<Step> steps = new ArrayDeque<>();
    for (Step each = this; each != null; each = each.before) {
      steps.addFirst(each);
    }
    return List.copyOf(steps);
  }
}
