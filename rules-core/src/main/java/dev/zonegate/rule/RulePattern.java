package dev.zonegate.rule;

import java.util.Locale;

/**
 * One way in which an issue shows. Made once, as a constant of its rule:
 *
 * <pre>{@code
 * static final RulePattern IMPLICIT_NOW =
 *     RulePattern.warning("implicitNow", "`%s` reads the machine's default time zone", "pass a `Clock` or a `ZoneId`");
 * }</pre>
 *
 * @param id lower camel case, unique in its rule
 * @param severity in the rule's view
 * @param confidence unless a finding says otherwise
 * @param message what is here and what it does; a format for the arguments of the report
 * @param action what to do, an imperative; no format
 * @param isPreview whether it is reported without ever blocking, because its precision is not
 *     proven
 * @param hidesText whether the texts under a finding may be secrets, so that nothing that is kept
 *     of it may be made from them, not even a hash
 * @param isOfChanges whether it speaks of what a change adds; where old code waits, it is not even
 *     reported of that
 * @param since the version of Zonegate that brought it, or that made it more than a preview
 */
public record RulePattern(
    String id,
    Severity severity,
    Confidence confidence,
    String message,
    String action,
    boolean isPreview,
    boolean hidesText,
    boolean isOfChanges,
    String since) {
  private static final String FIRST = "0.1.0";

  public static RulePattern error(String id, String message, String action) {
    return new RulePattern(
        id, Severity.ERROR, Confidence.HIGH, message, action, false, false, false, FIRST);
  }

  public static RulePattern warning(String id, String message, String action) {
    return new RulePattern(
        id, Severity.WARNING, Confidence.HIGH, message, action, false, false, false, FIRST);
  }

  public static RulePattern note(String id, String message, String action) {
    return new RulePattern(
        id, Severity.NOTE, Confidence.HIGH, message, action, false, false, false, FIRST);
  }

  /** The same pattern, with less confidence. */
  public RulePattern with(Confidence lower) {
    return new RulePattern(
        id, severity, lower, message, action, isPreview, hidesText, isOfChanges, since);
  }

  /** The same pattern, reported but never blocking. */
  public RulePattern preview() {
    return new RulePattern(
        id, severity, confidence, message, action, true, hidesText, isOfChanges, since);
  }

  /** The same pattern, of whose findings nothing is kept that is made from the texts under them. */
  public RulePattern hidingText() {
    return new RulePattern(
        id, severity, confidence, message, action, isPreview, true, isOfChanges, since);
  }

  /** The same pattern, which says what a change has added, and nothing of older code. */
  public RulePattern ofChanges() {
    return new RulePattern(
        id, severity, confidence, message, action, isPreview, hidesText, true, since);
  }

  /** The same pattern, as new in a version. */
  public RulePattern since(String version) {
    return new RulePattern(
        id, severity, confidence, message, action, isPreview, hidesText, isOfChanges, version);
  }

  /** The full text of a finding: what is here, then what to do. */
  public String text(Object... arguments) {
    return String.format(Locale.ROOT, message, arguments) + "; " + action;
  }
}
