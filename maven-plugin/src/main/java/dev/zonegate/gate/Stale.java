package dev.zonegate.gate;

import dev.zonegate.baseline.BaselineEntry;

/**
 * An entry of the baseline that no finding has any more.
 *
 * @param entry counting those that are gone
 * @param file the baseline
 */
public record Stale(BaselineEntry entry, String file, Zone zone) {
  /** Whether it stops the build. */
  public boolean blocks() {
    return zone.strictness().baseline() == BaselineTrust.FRESH;
  }
}
