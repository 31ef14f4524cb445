package dev.zonegate.gate;

import java.util.Locale;
import java.util.Optional;

/** How strict a zone is unless it says otherwise; the first is the strictest. */
public enum Tier {
  /** People write and answer for it: nothing passes that is not clean and fully read. */
  HUMAN_ONLY,
  /** Assistants may write it, people review it. */
  AI_ASSISTED,
  /** Assistants may write it alone: only sure errors block. */
  AI_FRIENDLY;

  /** As written in a policy: {@code human-only}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Tier> named(String id) {
    for (Tier tier : values()) {
      if (tier.id().equals(id)) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }
}
