package dev.zonegate.frontend;

import dev.zonegate.model.SourceFile;
import java.util.function.Consumer;

/**
 * Reads Java source into the neutral model. What cannot be read never stops the rest: it becomes an
 * opaque node, or an empty unit, and a notification on the file.
 */
public interface FrontEnd {
  /** Its name in diagnostics: {@code javac}, {@code pmd} or {@code javaparser}. */
  String name();

  /**
   * Lowers each file and hands it over as soon as it is ready, each exactly once, in any order,
   * possibly from several threads.
   */
  void read(SourceSet sources, Consumer<SourceFile> ready);
}
