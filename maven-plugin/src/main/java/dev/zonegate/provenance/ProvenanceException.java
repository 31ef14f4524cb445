package dev.zonegate.provenance;

/** Git cannot be asked; the message says why and what to do. */
public final class ProvenanceException extends Exception {
  private static final long serialVersionUID = 1L;

  public ProvenanceException(String message) {
    super(message);
  }

  public ProvenanceException(String message, Throwable cause) {
    super(message, cause);
  }
}
