package dev.zonegate.engines;

import dev.zonegate.rule.Confidence;

/**
 * What an engine reports.
 *
 * @param id its own name for the kind of problem
 * @param file a path, absolute or from the folder of the sources
 * @param line 1-based; 0 if it is the file as a whole
 * @param column 1-based; 1 if it is not told
 * @param message its words
 */
record Told(String id, String file, int line, int column, Confidence confidence, String message) {}
