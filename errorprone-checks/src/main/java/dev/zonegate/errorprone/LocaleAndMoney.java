package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI12 LocaleAndMoney; generated from the catalogue. */
@BugPattern(
    altNames = {"AI12", "PMD.LocaleAndMoney"},
    summary = "Keep text and money the same on every machine and for every user",
    severity = WARNING,
    linkType = NONE)
public final class LocaleAndMoney extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public LocaleAndMoney() {
    super("LocaleAndMoney");
  }
}
