package dev.zonegate.engines;

/** A report of another engine that cannot be used; the message says where and what to do. */
public final class ReportException extends Exception {
  private static final long serialVersionUID = 1L;

  ReportException(String message) {
    super(message);
  }

  ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
