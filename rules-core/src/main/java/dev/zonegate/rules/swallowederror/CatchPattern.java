package dev.zonegate.rules.swallowederror;

import dev.zonegate.rule.Reporter;

/** A way in which a catch clause loses a failure. */
@FunctionalInterface
interface CatchPattern {
  /** Reports it if it is there, and says whether it was. */
  boolean find(Handling handling, Reporter report);
}
