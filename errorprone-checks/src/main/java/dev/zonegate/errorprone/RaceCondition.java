package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI13 RaceCondition; generated from the catalogue. */
@BugPattern(
    altNames = {"AI13", "PMD.RaceCondition"},
    summary = "Do at once what must not be done by two threads in turn",
    severity = WARNING,
    linkType = NONE)
public final class RaceCondition extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public RaceCondition() {
    super("RaceCondition");
  }
}
