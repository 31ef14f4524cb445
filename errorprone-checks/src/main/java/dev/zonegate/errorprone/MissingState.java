package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI09 MissingState; generated from the catalogue. */
@BugPattern(
    altNames = {"AI09", "PMD.MissingState"},
    summary = "Handle the states that the happy path does not know",
    severity = WARNING,
    linkType = NONE)
public final class MissingState extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public MissingState() {
    super("MissingState");
  }
}
