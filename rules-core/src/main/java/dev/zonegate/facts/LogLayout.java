package dev.zonegate.facts;

import dev.zonegate.model.Span;

/**
 * How an appender in a configuration of Logback or Log4j writes messages.
 *
 * @param at where it is said
 */
public record LogLayout(String path, Span at, Breaks breaks) implements Fact {
  /** What becomes of line breaks in a message. */
  public enum Breaks {
    /** They are escaped or replaced. */
    ESCAPED,
    /** They are written. */
    KEPT,
    /** Spring Boot's settings say it. */
    BY_SETTINGS;

    static Breaks of(boolean isEscaped) {
      return isEscaped ? ESCAPED : KEPT;
    }
  }
}
