package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI16 ResourceLeak; generated from the catalogue. */
@BugPattern(
    altNames = {"AI16", "PMD.ResourceLeak"},
    summary = "Give back what was opened, on every way out",
    severity = WARNING,
    linkType = NONE)
public final class ResourceLeak extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public ResourceLeak() {
    super("ResourceLeak");
  }
}
