package dev.zonegate.report;

/** A line for the screen. */
public record Line(Level level, String text) {
  /** How loud it is. */
  public enum Level {
    ERROR,
    WARNING,
    INFO
  }

  static Line error(String text) {
    return new Line(Level.ERROR, text);
  }

  /** Something to look at. */
  public static Line warning(String text) {
    return new Line(Level.WARNING, text);
  }

  /** Something to know. */
  public static Line info(String text) {
    return new Line(Level.INFO, text);
  }
}
