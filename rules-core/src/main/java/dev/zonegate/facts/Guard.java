package dev.zonegate.facts;

/**
 * What stands between a caller and a handler.
 *
 * @param source where it stands
 * @param text as a reader wants it named: {@code @PreAuthorize("hasRole('ADMIN')")}
 * @param from the class, method or file that says it
 * @param isOpen whether it says that everybody may pass
 */
public record Guard(Source source, String text, String from, boolean isOpen) {
  /** Of {@code what} nobody can say here whether it turns somebody away. */
  static Guard possible(Source source, String what, String from) {
    return new Guard(source, what + "?", from, false);
  }

  /** Where a guard stands; the first is the nearest. */
  public enum Source {
    METHOD,
    CLASS,
    INHERITED,
    BODY,
    LOCATOR,
    CHAIN,
    SETTINGS,
    FILTER
  }
}
