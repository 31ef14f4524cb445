package dev.zonegate.gate;

/**
 * What a zone comes to.
 *
 * @param blocking findings and obstacles that block
 */
public record ZoneCount(
    Zone zone,
    int files,
    int errors,
    int warnings,
    int notes,
    int suppressed,
    int blocking,
    Quality quality) {}
