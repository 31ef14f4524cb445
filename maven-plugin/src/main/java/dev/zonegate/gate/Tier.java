package dev.zonegate.gate;

import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Severity;
import java.util.Locale;
import java.util.Optional;

/** How strict a zone is; the first is the strictest. */
public enum Tier {
  /** People write and answer for it: nothing passes that is not clean and fully read. */
  HUMAN_ONLY(Severity.NOTE, Confidence.LOW, Excuse.REASON_AND_END),
  /** Assistants may write it, people review it. */
  AI_ASSISTED(Severity.WARNING, Confidence.LOW, Excuse.REASON),
  /** Assistants may write it alone: only sure errors block. */
  AI_FRIENDLY(Severity.ERROR, Confidence.HIGH, Excuse.NONE);

  /** What a suppression must say for the tier to accept it. */
  public enum Excuse {
    NONE,
    REASON,
    REASON_AND_END
  }

  private final Severity leastSeverity;
  private final Confidence leastConfidence;
  private final Excuse excuse;

  Tier(Severity leastSeverity, Confidence leastConfidence, Excuse excuse) {
    this.leastSeverity = leastSeverity;
    this.leastConfidence = leastConfidence;
    this.excuse = excuse;
  }

  /** Whether a finding of this severity and confidence blocks. */
  public boolean blocks(Severity severity, Confidence confidence) {
    return severity.compareTo(leastSeverity) <= 0 && confidence.compareTo(leastConfidence) <= 0;
  }

  /** Whether code that could not be read whole, or whose types are unknown, blocks. */
  public boolean needsWholeAnalysis() {
    return this == HUMAN_ONLY;
  }

  /** Whether an entry of the baseline that nothing needs any more blocks. */
  public boolean refusesStale() {
    return this == HUMAN_ONLY;
  }

  public Excuse excuse() {
    return excuse;
  }

  /** What blocks, in words. */
  public String policy() {
    return switch (this) {
      case HUMAN_ONLY -> "every finding blocks";
      case AI_ASSISTED -> "warnings and errors block";
      case AI_FRIENDLY -> "only sure errors block";
    };
  }

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
