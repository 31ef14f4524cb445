package dev.zonegate.engines;

import dev.zonegate.gate.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells whether an engine would report the same again. */
final class EngineDigest {
  private final StringBuilder text = new StringBuilder();

  private EngineDigest() {}

  /**
   * Digest of the program, of how it is called and of the content of what it looks at.
   *
   * @param jars of the program, plug-ins included
   */
  static String of(EngineCommand command, List<Path> jars, EngineInput input) throws IOException {
    EngineDigest digest = new EngineDigest();
    digest.add(Runtime.version().feature());
    digest.add(Sha256.of(command.configuration()));
    command.arguments(input).forEach(digest::add);
    for (Path each : jars) {
      digest.addEntry(each);
    }
    if (command.engine() != Engine.SPOTBUGS) {
      digest.addAll(input.sources(), ".java");
    }
    if (command.engine() != Engine.CHECKSTYLE) {
      digest.addAll(input.classes(), ".class");
      for (Path each : input.classpath()) {
        digest.addEntry(each);
      }
    }
    return Sha256.of(digest.text.toString());
  }

  private void add(Object value) {
    text.append(value).append('\n');
  }

  private void addAll(List<Path> folders, String end) throws IOException {
    for (Path each : folders) {
      addFolder(each, end);
    }
  }

  private void addFolder(Path folder, String end) throws IOException {
    add(folder);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(each -> each.toString().endsWith(end)).sorted().toList();
    }
    for (Path file : files) {
      add(folder.relativize(file) + " " + Sha256.of(file));
    }
  }

  private void addEntry(Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      addFolder(entry, ".class");
    } else if (Files.isRegularFile(entry)) {
      // a released jar never changes under its name
      boolean isFixed = !entry.getFileName().toString().contains("SNAPSHOT");
      add(entry.getFileName() + " " + (isFixed ? Files.size(entry) : Sha256.of(entry)));
    }
  }
}
