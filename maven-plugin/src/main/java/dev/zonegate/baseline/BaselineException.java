package dev.zonegate.baseline;

/** A baseline that cannot be used; the message says where, what is wrong and what to do. */
public final class BaselineException extends Exception {
  private static final long serialVersionUID = 1L;

  BaselineException(String message) {
    super(message);
  }
}
