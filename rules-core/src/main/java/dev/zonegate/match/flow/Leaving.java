package dev.zonegate.match.flow;

/**
 * How control goes on after a place without a claim being established.
 *
 * @param ends whether the routine can return
 * @param fails whether it can fail
 * @param isReset whether the claim can be reset, or the place be reached again
 * @param isComplete false if the search was given up
 */
public record Leaving(boolean ends, boolean fails, boolean isReset, boolean isComplete) {
  static final Leaving UNKNOWN = new Leaving(false, false, false, false);
}
