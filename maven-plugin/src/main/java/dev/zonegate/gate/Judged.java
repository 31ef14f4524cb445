package dev.zonegate.gate;

import dev.zonegate.engine.Suppression;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.Comparator;

/**
 * A finding in its zone.
 *
 * @param severity after the policy
 * @param suppression what allows it in the source, or null
 * @param isSuppressed whether the zone accepts that
 * @param isKnown whether the baseline has it
 * @param isPreview whether it is reported without ever blocking
 * @param blocks whether it stops the build
 * @param why it blocks, or why a suppression is not accepted; empty if neither
 */
public record Judged(
    Finding finding,
    Zone zone,
    Severity severity,
    Suppression suppression,
    boolean isSuppressed,
    boolean isKnown,
    boolean isPreview,
    boolean blocks,
    String why) {

  /** Whether nothing leaves it out: neither the source nor the baseline. */
  public boolean stands() {
    return !isSuppressed && !isKnown;
  }

  /** By zone in the order given, then the worst first, then by place. */
  static Comparator<Judged> order(Policy policy) {
    return Comparator.comparingInt((Judged each) -> policy.zones().indexOf(each.zone()))
        .thenComparing(Judged::severity)
        .thenComparing(Judged::finding);
  }
}
