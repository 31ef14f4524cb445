package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI07 SensitiveDataExposure; generated from the catalogue. */
@BugPattern(
    altNames = {"AI07", "PMD.SensitiveDataExposure"},
    summary = "Keep secrets, personal data and internals out of logs and answers",
    severity = WARNING,
    linkType = NONE)
public final class SensitiveDataExposure extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public SensitiveDataExposure() {
    super("SensitiveDataExposure");
  }
}
