package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI08 SwallowedError; generated from the catalogue. */
@BugPattern(
    altNames = {"AI08", "PMD.SwallowedError"},
    summary = "Let failures reach somebody who can act on them",
    severity = WARNING,
    linkType = NONE)
public final class SwallowedError extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public SwallowedError() {
    super("SwallowedError");
  }
}
