package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.file.Path;

/**
 * A folder of sources, or one file.
 *
 * @param role what its files are for
 * @param holds which of its files are wanted
 */
public record SourceRoot(Path path, Role role, Holds holds) {
  /** Which files of a folder are wanted. */
  public enum Holds {
    SOURCES,
    RESOURCES,
    BOTH;

    boolean sources() {
      return this != RESOURCES;
    }

    boolean resources() {
      return this != SOURCES;
    }
  }

  /** A folder of Java sources. */
  public SourceRoot(Path path, Role role) {
    this(path, role, Holds.SOURCES);
  }
}
