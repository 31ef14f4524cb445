package dev.zonegate.engine;

import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.time.LocalDate;

/**
 * A place in the source that allows a rule or pattern.
 *
 * @param path the file, relative and with {@code /}
 * @param at the comment or the annotation's value
 * @param covers findings anchored in it are hidden
 * @param origin how it is written
 * @param target what it allows: {@code TimeZone} or {@code TimeZone.implicitNow}, or {@link
 *     #EVERYTHING}
 * @param member qualified name of the member around it
 * @param reason why; empty if it does not say
 * @param until the last day on which it holds, or null
 */
public record Suppression(
    String path,
    Span at,
    Span covers,
    Origin origin,
    String target,
    String member,
    String reason,
    LocalDate until) {
  /** The target of one that is for all rules, others than ours among them. */
  static final String EVERYTHING = "*";

  /** How a suppression is written. */
  public enum Origin {
    ANNOTATION,
    COMMENT,
    NOPMD
  }

  /** Whether it no longer holds on a day. */
  public boolean isExpired(LocalDate today) {
    return until != null && today.isAfter(until);
  }

  /** Whether it is meant for a finding, expired or not. */
  public boolean covers(Finding finding) {
    return finding.path().equals(path) && allows(finding) && covers.contains(finding.at());
  }

  private boolean allows(Finding finding) {
    return isForAll()
        ? !finding.rule().equals(SuppressionNotes.INFO.name())
        : target.equals(finding.rule()) || target.equals(finding.key());
  }

  /** Whether it may be meant for findings that are not ours. */
  boolean isForAll() {
    return target.equals(EVERYTHING);
  }
}
