package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI04 UntrustedInput; generated from the catalogue. */
@BugPattern(
    altNames = {"AI04", "PMD.UntrustedInput"},
    summary = "Check what a client sent before a file, a host, a command or a page depends on it",
    severity = WARNING,
    linkType = NONE)
public final class UntrustedInput extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public UntrustedInput() {
    super("UntrustedInput");
  }
}
