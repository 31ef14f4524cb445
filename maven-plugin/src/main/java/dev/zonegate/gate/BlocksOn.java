package dev.zonegate.gate;

import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The mildest findings that block; the strictest choice first. */
public enum BlocksOn {
  NOTE(Severity.NOTE, Confidence.LOW, "every finding blocks"),
  WARNING(Severity.WARNING, Confidence.LOW, "warnings and errors block"),
  ERROR(Severity.ERROR, Confidence.LOW, "errors block"),
  SURE_ERROR(Severity.ERROR, Confidence.HIGH, "only sure errors block"),
  NOTHING(null, null, "no finding blocks");

  private final Severity leastSeverity;
  private final Confidence leastConfidence;
  private final String policy;

  BlocksOn(Severity leastSeverity, Confidence leastConfidence, String policy) {
    this.leastSeverity = leastSeverity;
    this.leastConfidence = leastConfidence;
    this.policy = policy;
  }

  /** Whether a finding of this severity and confidence blocks. */
  boolean includes(Severity severity, Confidence confidence) {
    return this != NOTHING
        && severity.compareTo(leastSeverity) <= 0
        && confidence.compareTo(leastConfidence) <= 0;
  }

  /** What blocks, in words. */
  public String policy() {
    return policy;
  }

  /** As written in a policy: {@code sure-error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> ids() {
    return Stream.of(values()).map(BlocksOn::id).toList();
  }

  static Optional<BlocksOn> named(String id) {
    return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst();
  }
}
