package dev.zonegate.rule;

import dev.zonegate.model.ResourcePart;
import dev.zonegate.model.Span;

/** Takes what a rule finds in one resource file. */
public interface ResourceReporter {
  /**
   * Reports {@code pattern} at {@code part}; shown at its anchor, fingerprinted over its identity.
   *
   * @param arguments for the pattern's message; code as typed, never a secret
   */
  Report at(ResourcePart part, RulePattern pattern, Object... arguments);

  /** As above, shown at a place within {@code part}, such as an attribute. */
  Report at(ResourcePart part, Span shown, RulePattern pattern, Object... arguments);

  /**
   * Leaves {@code pattern} at {@code part} open for {@link Rule#settle}.
   *
   * @param evidence what the rule will need
   */
  Report candidate(
      ResourcePart part, Span shown, RulePattern pattern, Evidence evidence, Object... arguments);

  /** Whether a switch of the rule is on. */
  boolean isOn(String option);

  /** What the project has decided for itself. */
  Conventions conventions();
}
