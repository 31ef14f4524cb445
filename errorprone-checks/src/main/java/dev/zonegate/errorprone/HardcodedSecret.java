package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI05 HardcodedSecret; generated from the catalogue. */
@BugPattern(
    altNames = {"AI05", "PMD.HardcodedSecret"},
    summary = "Keep passwords, keys and tokens out of code and committed configuration",
    severity = WARNING,
    linkType = NONE)
public final class HardcodedSecret extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public HardcodedSecret() {
    super("HardcodedSecret");
  }
}
