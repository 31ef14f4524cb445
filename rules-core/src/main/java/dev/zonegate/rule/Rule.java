package dev.zonegate.rule;

import dev.zonegate.model.ResourceFile;
import dev.zonegate.model.SourceFile;

/**
 * One of the 20 issues, as a check of one file. Stateless: the same instance serves many files on
 * many threads.
 */
public interface Rule {
  RuleInfo info();

  /**
   * Whether it is about tests, so that a host which leaves tests alone shows them to this rule
   * nevertheless.
   */
  default boolean isForTests() {
    return false;
  }

  /**
   * Reports what is found in {@code file}. Throwing costs this rule's findings on this file and is
   * notified.
   */
  void check(SourceFile file, Reporter report);

  /**
   * Reports what is found in a resource file. Only the gate reads these; most rules find nothing in
   * them. Throwing is as for sources.
   */
  default void check(ResourceFile file, ResourceReporter report) {}

  /**
   * Reports {@code candidate}, which {@link #check} left open, unless the project excuses it.
   * Throwing costs the candidate and is notified.
   */
  default void settle(Candidate candidate, Settler settler) {
    throw new IllegalStateException(info().name() + " leaves nothing open");
  }
}
