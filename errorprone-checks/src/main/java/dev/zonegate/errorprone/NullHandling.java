package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI10 NullHandling; generated from the catalogue. */
@BugPattern(
    altNames = {"AI10", "PMD.NullHandling"},
    summary = "Deal with null where it comes from, and only there",
    severity = WARNING,
    linkType = NONE)
public final class NullHandling extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public NullHandling() {
    super("NullHandling");
  }
}
