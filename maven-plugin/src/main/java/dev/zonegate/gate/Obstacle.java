package dev.zonegate.gate;

import java.util.Comparator;

/**
 * Something besides findings that blocks: code that the analysis could not see, or that nobody who
 * may has written or reviewed.
 *
 * @param path the file, relative and with {@code /}; empty if it is the zone as a whole
 * @param line 1-based; 0 if it is the file as a whole
 * @param why a sentence
 * @param kind what it is
 */
public record Obstacle(Zone zone, String path, int line, String why, Kind kind) {
  /** What blocks. */
  public enum Kind {
    UNREAD("not judged whole"),
    MACHINE_WRITTEN("machine-written"),
    UNREVIEWED("not reviewed");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** In words, to stand after a number. */
    public String label() {
      return label;
    }
  }

  /** By zone in the order given, then by place. */
  static Comparator<Obstacle> order(Policy policy) {
    return Comparator.comparingInt((Obstacle each) -> policy.zones().indexOf(each.zone()))
        .thenComparing(Obstacle::path)
        .thenComparing(Obstacle::line)
        .thenComparing(Obstacle::why);
  }

  /** Code that could not be judged whole. */
  public Obstacle(Zone zone, String path, int line, String why) {
    this(zone, path, line, why, Kind.UNREAD);
  }
}
