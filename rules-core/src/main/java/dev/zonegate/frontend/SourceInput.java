package dev.zonegate.frontend;

import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;

/**
 * A file to lower.
 *
 * @param path relative to the project, with {@code /}
 * @param text its content
 * @param role what it is for
 */
public record SourceInput(String path, SourceText text, Role role) {}
