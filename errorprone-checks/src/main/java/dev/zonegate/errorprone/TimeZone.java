package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI11 TimeZone; generated from the catalogue. */
@BugPattern(
    altNames = {"AI11", "PMD.TimeZone"},
    summary = "State the time zone instead of taking the machine's",
    severity = WARNING,
    linkType = NONE)
public final class TimeZone extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public TimeZone() {
    super("TimeZone");
  }
}
