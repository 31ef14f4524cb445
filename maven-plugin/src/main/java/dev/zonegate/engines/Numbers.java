package dev.zonegate.engines;

/** Numbers as reports hold them. */
final class Numbers {
  private Numbers() {}

  /** A line or column; 0 if the text is none. */
  static int of(String text) {
    return text != null && text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
  }
}
