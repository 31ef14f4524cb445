package dev.zonegate.ruling;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The sources of a real project, unpacked, with the class path that they compile against.
 *
 * @param folder holds {@code classpath.txt} and {@code sources}
 */
record Corpus(String name, Path folder) {
  private static final int LANGUAGE_LEVEL = 17;
  private static final String CLASSPATH = "classpath.txt";

  /** The corpora that the build has unpacked below {@code home}, by name. */
  static List<Corpus> below(Path home) {
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .filter(each -> Files.exists(each.resolve(CLASSPATH)))
          .filter(each -> Files.isDirectory(each.resolve("sources")))
          .sorted()
          .map(each -> new Corpus(each.getFileName().toString(), each))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no corpora in " + home + "; run with -Pruling", e);
    }
  }

  SourceSet sources() {
    try {
      List<Path> jars =
          Stream.of(Files.readString(folder.resolve(CLASSPATH)).strip().split(File.pathSeparator))
              .map(Path::of)
              .toList();
      return new SourceSet(inputs(), jars, LANGUAGE_LEVEL, LANGUAGE_LEVEL);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read corpus " + name, e);
    }
  }

  private List<SourceInput> inputs() throws IOException {
    Path root = folder.resolve("sources");
    List<SourceInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.filter(file -> file.toString().endsWith(".java")).sorted().toList()) {
        String path = root.relativize(each).toString().replace(File.separatorChar, '/');
        inputs.add(new SourceInput(path, SourceText.of(Files.readString(each)), Role.MAIN));
      }
    }
    return inputs;
  }
}
