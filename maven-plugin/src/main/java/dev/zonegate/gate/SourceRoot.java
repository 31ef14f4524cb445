package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;

/**
 * A folder of sources, or one file.
 *
 * @param role what its files are for
 */
public record SourceRoot(Path path, Role role) {}
