package dev.zonegate.gate;

/**
 * What a zone asks of its code: what its tier asks, unless the zone says otherwise.
 *
 * @param suppression what a suppression must say
 * @param baseline what the baseline is worth
 * @param needsWholeAnalysis whether code that could not be read whole, or whose types are unknown,
 *     blocks
 */
public record Strictness(
    BlocksOn blocksOn, Excuse suppression, BaselineTrust baseline, boolean needsWholeAnalysis) {
  /** What a tier asks. */
  static Strictness of(Tier tier) {
    return switch (tier) {
      case HUMAN_ONLY -> new Strictness(BlocksOn.NOTE, Excuse.EXPIRY, BaselineTrust.FRESH, true);
      case AI_ASSISTED ->
          new Strictness(BlocksOn.WARNING, Excuse.REASON, BaselineTrust.ALLOWED, false);
      case AI_FRIENDLY ->
          new Strictness(BlocksOn.SURE_ERROR, Excuse.ANY, BaselineTrust.ALLOWED, false);
    };
  }
}
