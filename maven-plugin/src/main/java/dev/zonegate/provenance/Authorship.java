package dev.zonegate.provenance;

import java.util.Locale;
import java.util.Optional;

/** Who wrote code; the order is that in which claims of equal strength win. */
public enum Authorship {
  /** A machine. */
  AI,
  /** A machine and a person; nobody can say which line is whose. */
  MIXED,
  /** A person who took over a machine's suggestion. */
  ASSIST,
  /** A program that follows fixed steps, such as one that updates dependencies. */
  BOT,
  /** A person; only said by records that saw it, never because a mark is missing. */
  HUMAN,
  /** Nobody says. */
  UNKNOWN;

  /** As written in policies and reports. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with an id. */
  public static Optional<Authorship> named(String id) {
    for (Authorship each : values()) {
      if (each.id().equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
