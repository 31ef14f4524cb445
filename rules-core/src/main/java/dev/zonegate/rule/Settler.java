package dev.zonegate.rule;

import dev.zonegate.facts.Project;

/** Takes what a rule makes of its candidates once the project is known. */
public interface Settler {
  /** What is known of all files, or of some. */
  Project project();

  /**
   * Reports a candidate; one that is not reported is excused.
   *
   * @param arguments for the pattern's message; none for the message that the candidate has
   */
  Report report(Candidate candidate, Object... arguments);

  /** Whether a switch of the rule is on. */
  boolean isOn(String option);
}
