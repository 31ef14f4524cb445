package dev.zonegate.gate;

import dev.zonegate.model.Notification;
import dev.zonegate.rule.Finding;
import java.util.List;

/**
 * What candidates came to, kept with what their rules asked for.
 *
 * @param key digest of all else it hangs on
 * @param kinds the combinations of kinds of facts that were asked for
 */
record KeptDecisions(String key, List<Kinds> kinds, List<Decision> decisions) {
  /** Kinds of facts, and how all facts of these kinds were. */
  record Kinds(List<String> names, long what, long where) {}

  /**
   * What a section of candidates came to.
   *
   * @param what digest of the section
   * @param where digest of its places
   * @param kinds number of the kinds that were asked for
   */
  record Decision(
      long what, long where, int kinds, List<Finding> findings, List<Notification> notifications) {
    /** Whether nothing was found, so that it does not matter where. */
    boolean isNothing() {
      return findings.isEmpty() && notifications.isEmpty();
    }
  }
}
