package dev.zonegate.provenance;

import java.nio.file.FileSystemException;
import org.eclipse.jgit.errors.MissingObjectException;

/** Git cannot be asked; the message says why and what to do. */
public final class ProvenanceException extends Exception {
  private static final long serialVersionUID = 1L;

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
    boolean namesAnObject = cause instanceof MissingObjectException;
    return namesAnObject || cause instanceof FileSystemException
        ? kind + ": " + Evidence.oneLine(String.valueOf(cause.getMessage()))
        : kind;
  }
}
