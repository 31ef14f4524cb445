package dev.zonegate.gate;

/**
 * What a zone comes to.
 *
 * @param known findings that the baseline has
 * @param blocking findings, obstacles and stale entries of the baseline that block
 */
public record ZoneCount(
    Zone zone,
    int files,
    int errors,
    int warnings,
    int notes,
    int suppressed,
    int known,
    int blocking,
    Quality quality) {
  /** The same with other numbers of what blocks. */
  ZoneCount blocking(int number) {
    return new ZoneCount(zone, files, errors, warnings, notes, suppressed, known, number, quality);
  }
}
