package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI14 MissingTimeout; generated from the catalogue. */
@BugPattern(
    altNames = {"AI14", "PMD.MissingTimeout"},
    summary = "Give every wait for somebody else an end",
    severity = WARNING,
    linkType = NONE)
public final class MissingTimeout extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public MissingTimeout() {
    super("MissingTimeout");
  }
}
