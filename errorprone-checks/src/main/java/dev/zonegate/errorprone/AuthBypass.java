package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI01 AuthBypass; generated from the catalogue. */
@BugPattern(
    altNames = {"AI01", "PMD.AuthBypass"},
    summary = "Check who is calling, on every way in",
    severity = WARNING,
    linkType = NONE)
public final class AuthBypass extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public AuthBypass() {
    super("AuthBypass");
  }
}
