package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI06 WeakCrypto; generated from the catalogue. */
@BugPattern(
    altNames = {"AI06", "PMD.WeakCrypto"},
    summary = "Use cryptography that protects what it is used for",
    severity = WARNING,
    linkType = NONE)
public final class WeakCrypto extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public WeakCrypto() {
    super("WeakCrypto");
  }
}
