package dev.zonegate.model;

import java.util.Comparator;

/**
 * Something that made an analysis see less than it might have: a node that could not be lowered, a
 * file that did not parse, a rule that failed. Never a finding, never lost.
 *
 * @param path the file, relative and with {@code /}
 * @param at where, or {@link Span#NONE} for the whole file
 * @param kind what happened
 * @param message what happened and what to do, one line
 */
public record Notification(String path, Span at, Kind kind, String message)
    implements Comparable<Notification> {
  /** What happened. */
  public enum Kind {
    /** A syntax error; what could not be read is not judged. */
    SYNTAX,
    /** A node became opaque. */
    LOWERING,
    /**
     * The bytes are not in the encoding that they should be; every character may still be right.
     */
    ENCODING,
    /** Types stayed unresolved. */
    TYPES,
    /** Other files of the project are not known. */
    PROJECT,
    /** A rule failed on this file; the other rules went on. */
    RULE,
    /** The file could not be read or analysed at all. */
    FILE
  }

  @Override
  public int compareTo(Notification other) {
    return Comparator.comparing(Notification::path)
        .thenComparing(Notification::at)
        .thenComparing(Notification::kind)
        .thenComparing(Notification::message)
        .compare(this, other);
  }
}
