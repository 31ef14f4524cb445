package dev.zonegate.gate;

/**
 * Something besides findings that blocks: code that the analysis could not see.
 *
 * @param path the file, relative and with {@code /}; empty if it is the zone as a whole
 * @param line 1-based; 0 if it is the file as a whole
 * @param why a sentence
 */
public record Obstacle(Zone zone, String path, int line, String why) {}
