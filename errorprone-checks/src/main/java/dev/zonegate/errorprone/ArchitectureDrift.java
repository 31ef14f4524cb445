package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI18 ArchitectureDrift; generated from the catalogue. */
@BugPattern(
    altNames = {"AI18", "PMD.ArchitectureDrift"},
    summary = "Do things the way the rest of the project does them",
    severity = WARNING,
    linkType = NONE)
public final class ArchitectureDrift extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public ArchitectureDrift() {
    super("ArchitectureDrift");
  }
}
