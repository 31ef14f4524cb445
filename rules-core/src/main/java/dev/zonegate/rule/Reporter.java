package dev.zonegate.rule;

import dev.zonegate.model.Node;

/** Takes what a rule finds in one file. */
public interface Reporter {
  /**
   * Reports {@code pattern} at {@code node}; shown at its anchor, fingerprinted over its span.
   *
   * @param arguments for the pattern's message; code as typed, never a secret
   * @return the report, to add a confidence, a fix or a related place
   */
  Report at(Node node, RulePattern pattern, Object... arguments);

  /**
   * Leaves {@code pattern} at {@code node} open: the rule decides in {@link Rule#settle} whether
   * the project excuses it.
   *
   * @param evidence what the rule will need
   * @param arguments as for {@link #at}
   */
  Report candidate(Node node, RulePattern pattern, Evidence evidence, Object... arguments);

  /**
   * Whether a switch of the rule is on, such as {@code strict}; hosts set it as {@code
   * Rule.option=true}.
   */
  boolean isOn(String option);

  /** What the project has decided for itself. */
  Conventions conventions();
}
