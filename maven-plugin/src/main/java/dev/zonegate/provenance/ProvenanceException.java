package dev.zonegate.provenance;

import java.util.regex.Pattern;

/** Git cannot be asked; the message says why and what to do. */
public final class ProvenanceException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What follows a key, is in a URL, or is a word with digits; ids of objects are none. */
  private static final Pattern MAYBE_SECRET =
      Pattern.compile(
          "(?<==)\\S+|(?<=://)[^\\s/]+"
              + "|(?<![^\\s/])(?![0-9a-f]{40}(?![^\\s/]))(?=[^\\s/]*\\d)(?=[^\\s/]*[A-Za-z])[^\\s/]{8,}");

  public ProvenanceException(String message) {
    super(message);
  }

  public ProvenanceException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * An exception where git fails. It has the place of its cause but not the cause: what JGit says
   * may repeat a line of the configuration, where URLs have tokens in them, and Maven prints it.
   */
  static ProvenanceException failed(String what, Throwable cause, String advice) {
    ProvenanceException failed = new ProvenanceException(what + ": " + reason(cause) + advice);
    failed.setStackTrace(cause.getStackTrace());
    return failed;
  }

  private static String reason(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    if (cause.getMessage() == null) {
      return kind;
    }
    String message = Evidence.oneLine(cause.getMessage());
    return kind + ": " + MAYBE_SECRET.matcher(message).replaceAll("...");
  }
}
