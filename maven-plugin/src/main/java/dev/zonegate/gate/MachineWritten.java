package dev.zonegate.gate;

import java.util.Locale;
import java.util.Optional;

/** What machine-written code does in a zone. */
public enum MachineWritten {
  /** It blocks. */
  BLOCK,
  /** It needs a review by a person who did not write it. */
  REVIEW,
  /** It may pass like any other. */
  ALLOW;

  /** As written in a policy. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, in words. */
  public String policy() {
    return switch (this) {
      case BLOCK -> "machine-written code blocks";
      case REVIEW -> "machine-written code needs a review";
      case ALLOW -> "machine-written code may pass";
    };
  }

  static Optional<MachineWritten> named(String id) {
    for (MachineWritten each : values()) {
      if (each.id().equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
