package dev.zonegate.errorprone;

import static com.google.errorprone.BugPattern.LinkType.NONE;
import static com.google.errorprone.BugPattern.SeverityLevel.WARNING;

import com.google.errorprone.BugPattern;

/** AI03 RawSql; generated from the catalogue. */
@BugPattern(
    altNames = {"AI03", "PMD.RawSql"},
    summary = "Bind values and choose names from a list instead of pasting text into SQL",
    severity = WARNING,
    linkType = NONE)
public final class RawSql extends ZonegateChecker {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public RawSql() {
    super("RawSql");
  }
}
