package dev.zonegate.rule;

import dev.zonegate.model.Span;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An occurrence of a pattern.
 *
 * @param ruleId {@code AI11}
 * @param rule {@code TimeZone}
 * @param pattern {@code implicitNow}
 * @param path the file, relative and with {@code /}
 * @param at where it is shown
 * @param span what it covers
 * @param message what is here and what to do
 * @param fingerprint 16 hex digits over rule, pattern, enclosing member, normalised code and its
 *     ordinal among equals; the same while these are, whatever the line
 */
public record Finding(
    String ruleId,
    String rule,
    String pattern,
    String path,
    Span at,
    Span span,
    String message,
    String fingerprint,
    Severity severity,
    Confidence confidence,
    boolean isPreview,
    List<Related> related,
    List<Fix> fixes)
    implements Comparable<Finding> {
  /** {@code TimeZone.implicitNow}. */
  public String key() {
    return rule + "." + pattern;
  }

  /** The same finding with another message. */
  public Finding withMessage(String other) {
    return copy(other, severity, confidence, isPreview, related, fixes);
  }

  /** The same finding, graded otherwise. */
  public Finding with(Severity otherSeverity, Confidence otherConfidence) {
    return copy(message, otherSeverity, otherConfidence, isPreview, related, fixes);
  }

  /** The same finding with another place that explains it. */
  public Finding with(Related place) {
    return copy(message, severity, confidence, isPreview, and(related, place), fixes);
  }

  /** The same finding with another repair. */
  public Finding with(Fix fix) {
    return copy(message, severity, confidence, isPreview, related, and(fixes, fix));
  }

  /** The same finding with these repairs. */
  public Finding withFixes(List<Fix> repairs) {
    return copy(message, severity, confidence, isPreview, related, List.copyOf(repairs));
  }

  /** The same finding, which never blocks. */
  public Finding asPreview() {
    return copy(message, severity, confidence, true, related, fixes);
  }

  private static <T> List<T> and(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  private Finding copy(
      String otherMessage,
      Severity otherSeverity,
      Confidence otherConfidence,
      boolean neverBlocks,
      List<Related> places,
      List<Fix> repairs) {
    return new Finding(
        ruleId,
        rule,
        pattern,
        path,
        at,
        span,
        otherMessage,
        fingerprint,
        otherSeverity,
        otherConfidence,
        neverBlocks,
        places,
        repairs);
  }

  /** By path, place, rule, pattern and message. */
  @Override
  public int compareTo(Finding other) {
    return Comparator.comparing(Finding::path)
        .thenComparing(Finding::at)
        .thenComparing(Finding::ruleId)
        .thenComparing(Finding::pattern)
        .thenComparing(Finding::message)
        .compare(this, other);
  }
}
