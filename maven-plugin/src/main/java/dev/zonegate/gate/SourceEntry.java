package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;

/**
 * A file to judge, of Java or of settings.
 *
 * @param path relative to the build and with {@code /}
 * @param file where it is
 */
public record SourceEntry(String path, Path file, Role role) {
  /** Whether it is a resource file, and no Java. */
  boolean isResource() {
    return !path.endsWith(".java");
  }
}
