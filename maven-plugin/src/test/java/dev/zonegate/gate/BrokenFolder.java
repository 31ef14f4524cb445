package dev.zonegate.gate;

import dev.zonegate.frontend.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Broken sources in files of their own. */
record BrokenFolder(Path folder, List<String> paths) {
  static BrokenFolder of(Mutations mutations, int count, Path folder) {
    List<String> paths = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        String path = String.format("part%d/Broken%04d.java", i % 5, i);
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, mutations.nextBytes());
        paths.add(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    paths.sort(null);
    return new BrokenFolder(folder, List.copyOf(paths));
  }

  /** What nobody has to look at. */
  void delete() {
    try {
      for (String path : paths) {
        Files.delete(folder.resolve(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
