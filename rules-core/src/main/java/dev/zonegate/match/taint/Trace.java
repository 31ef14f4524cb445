package dev.zonegate.match.taint;

import dev.zonegate.model.Node;

/**
 * One origin of a value and how it got here.
 *
 * @param clean the kinds of sink that it can no longer harm, as bits
 * @param last the last place that it passed, or null
 */
public record Trace(Origin origin, int clean, Step last) {
  Trace cleaned(int kinds) {
    return (clean | kinds) == clean ? this : new Trace(origin, clean | kinds, last);
  }

  Trace restored() {
    return clean == 0 ? this : new Trace(origin, 0, last);
  }

  Trace at(Node node, String message) {
    Step step = last == null ? Step.first(node, message) : last.then(node, message);
    return step == last ? this : new Trace(origin, clean, step);
  }

  /** Of two ways from the same origin: what is clean on both. */
  Trace or(Trace other) {
    return cleanOnBoth(other) == clean ? this : new Trace(origin, cleanOnBoth(other), last);
  }

  private int cleanOnBoth(Trace other) {
    return clean & other.clean;
  }

  boolean isSame(Trace other) {
    return clean == other.clean && origin.equals(other.origin);
  }
}
