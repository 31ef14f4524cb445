package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI02 MissingOwnershipCheck; generated from the catalogue. */
@BugPattern(
    altNames = {"AI02", "PMD.MissingOwnershipCheck"},
    summary = "Give callers only what is theirs",
    severity = WARNING,
    linkType = NONE)
public final class MissingOwnershipCheck extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public MissingOwnershipCheck() {
    super("MissingOwnershipCheck");
  }
}
