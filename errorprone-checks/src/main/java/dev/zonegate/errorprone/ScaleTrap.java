package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI17 ScaleTrap; generated from the catalogue. */
@BugPattern(
    altNames = {"AI17", "PMD.ScaleTrap"},
    summary = "Keep work per request independent of how much data there is",
    severity = WARNING,
    linkType = NONE)
public final class ScaleTrap extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public ScaleTrap() {
    super("ScaleTrap");
  }
}
