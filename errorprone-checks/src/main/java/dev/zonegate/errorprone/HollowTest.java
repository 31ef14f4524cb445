package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI20 HollowTest; generated from the catalogue. */
@BugPattern(
    altNames = {"AI20", "PMD.HollowTest"},
    summary = "Let tests fail when the code is wrong",
    severity = WARNING,
    linkType = NONE)
public final class HollowTest extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public HollowTest() {
    super("HollowTest");
  }
}
