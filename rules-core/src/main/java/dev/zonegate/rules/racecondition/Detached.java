package dev.zonegate.rules.racecondition;

import dev.zonegate.facts.ContextCarrier;
import dev.zonegate.rule.Candidate;
import dev.zonegate.rule.Evidence;
import dev.zonegate.rule.Settler;

/**
 * Code that runs on another thread than its caller.
 *
 * @param mayBeCarried whether an executor of the project can take the context along
 */
record Detached(boolean mayBeCarried) implements Evidence {
  /** Reports it, unless something in the project carries contexts from thread to thread. */
  void settle(Candidate candidate, Settler settler) {
    boolean isCarried = mayBeCarried && !settler.project().all(ContextCarrier.class).isEmpty();
    if (!isCarried) {
      settler.report(candidate);
    }
  }
}
