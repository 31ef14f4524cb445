package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI15 NaiveRetry; generated from the catalogue. */
@BugPattern(
    altNames = {"AI15", "PMD.NaiveRetry"},
    summary = "Retry what can pass, a few times, later and later",
    severity = WARNING,
    linkType = NONE)
public final class NaiveRetry extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public NaiveRetry() {
    super("NaiveRetry");
  }
}
