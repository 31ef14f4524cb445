package dev.zonegate.rule;

import dev.zonegate.model.Span;

/**
 * A place that explains a finding.
 *
 * @param path the file, relative and with {@code /}
 */
public record Related(String path, Span at, String message) {}
