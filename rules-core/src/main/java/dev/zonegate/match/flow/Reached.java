package dev.zonegate.match.flow;

import dev.zonegate.model.Node;
import java.util.List;

/**
 * How a place can be reached without a claim being established on the way.
 *
 * @param resets the nearest nodes that reset it on such ways, in no order
 * @param fromStart whether such a way leads back to the start of the routine without a reset
 * @param isComplete false if the search was given up
 */
public record Reached(List<Node> resets, boolean fromStart, boolean isComplete) {
  static final Reached UNKNOWN = new Reached(List.of(), true, false);

  /** Whether the claim holds on every way, or the place cannot be reached. */
  public boolean isEstablished() {
    return isComplete && !fromStart && resets.isEmpty();
  }
}
