package dev.zonegate.fix;

/** A file that must not be repaired; the message names it and says why. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String path, String why) {
    super(path + " " + why);
  }

  RefusedException(String path, String why, Throwable cause) {
    super(path + " " + why, cause);
  }
}
