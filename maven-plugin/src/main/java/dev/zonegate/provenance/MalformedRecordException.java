package dev.zonegate.provenance;

/** A record about provenance that cannot be read; the message says what is wrong and where. */
public final class MalformedRecordException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedRecordException(String message) {
    super(Evidence.oneLine(message));
  }
}
