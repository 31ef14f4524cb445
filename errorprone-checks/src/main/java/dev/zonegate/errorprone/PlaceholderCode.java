package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI19 PlaceholderCode; generated from the catalogue. */
@BugPattern(
    altNames = {"AI19", "PMD.PlaceholderCode"},
    summary = "Ship the real code, not what stands in for it",
    severity = WARNING,
    linkType = NONE)
public final class PlaceholderCode extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public PlaceholderCode() {
    super("PlaceholderCode");
  }
}
