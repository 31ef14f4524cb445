package dev.zonegate.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the baseline is worth in a zone. */
public enum BaselineTrust {
  /** It lets pass what it knows. */
  ALLOWED,
  /** So it does, and an entry that nothing needs any more blocks. */
  FRESH,
  /** It counts for nothing: old findings block like new ones. */
  NONE;

  /** As written in a policy. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> ids() {
    return Stream.of(values()).map(BaselineTrust::id).toList();
  }

  static Optional<BaselineTrust> named(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
