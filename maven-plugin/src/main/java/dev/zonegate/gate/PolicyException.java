package dev.zonegate.gate;

import java.util.List;

/** A policy that cannot be followed. The message has a line {@code file:line:column: what} each. */
public final class PolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  public PolicyException(List<String> problems) {
    super(String.join("\n", problems));
  }

  public PolicyException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
