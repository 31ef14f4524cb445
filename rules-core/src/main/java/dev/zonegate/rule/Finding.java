package dev.zonegate.rule;

import dev.zonegate.model.Span;
import java.util.Comparator;
import java.util.List;

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
