package dev.zonegate.frontend;

/** Something that a parser lets pass, or makes of what it recovers from, and that is not Java. */
public final class BrokenCodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is not Java. */
  public BrokenCodeException(String what) {
    super(what);
  }

  /** What is said where it stands. */
  public String advice() {
    return getMessage() + "; repair it, the rules do not see what is marked";
  }
}
