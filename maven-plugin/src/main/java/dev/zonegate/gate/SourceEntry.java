package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;

/**
 * A Java file to judge.
 *
 * @param path relative to the build and with {@code /}
 * @param file where it is
 */
public record SourceEntry(String path, Path file, Role role) {}
