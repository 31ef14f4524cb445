package dev.zonegate.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a suppression must say for a zone to accept it. */
public enum Excuse {
  /** Nothing. */
  ANY,
  /** Why. */
  REASON,
  /** Why and until when. */
  EXPIRY;

  /** As written in a policy. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> ids() {
    return Stream.of(values()).map(Excuse::id).toList();
  }

  static Optional<Excuse> named(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
