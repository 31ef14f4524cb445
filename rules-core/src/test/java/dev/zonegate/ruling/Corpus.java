package dev.zonegate.ruling;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.resource.ResourceReader;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sources of a real project, unpacked, with the class path that they compile against.
 *
 * @param folder holds {@code classpath.txt} and {@code sources}
 */
record Corpus(String name, Path folder) {
  private static final int LANGUAGE_LEVEL = 17;
  private static final String CLASSPATH = "classpath.txt";

  /** Names with commas between, to look at some alone; empty for all. */
  private static final Set<String> WANTED =
      Set.of(System.getProperty("zonegate.corpora", "").split(","));

  /** The corpora that the build has unpacked below {@code home}, by name. */
  static List<Corpus> below(Path home) {
    try (Stream<Path> folders = Files.list(home)) {
      return folders
          .filter(each -> Files.exists(each.resolve(CLASSPATH)))
          .filter(each -> Files.isDirectory(each.resolve("sources")))
          .sorted()
          .map(each -> new Corpus(each.getFileName().toString(), each))
          .filter(each -> WANTED.contains("") || WANTED.contains(each.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("no corpora in " + home + "; run with -Pruling", e);
    }
  }

  /** Settings and mappers that the source jars hold. */
  List<SourceInput> resources() {
    try {
      return inputs(each -> ResourceReader.format(each, () -> head(each)).isPresent());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read corpus " + name, e);
    }
  }

  private String head(String path) {
    try (InputStream in = Files.newInputStream(folder.resolve("sources").resolve(path))) {
      return new String(in.readNBytes(ResourceReader.HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read corpus " + name, e);
    }
  }

  SourceSet sources() {
    try {
      List<Path> jars =
          Stream.of(Files.readString(folder.resolve(CLASSPATH)).strip().split(File.pathSeparator))
              .map(Path::of)
              .toList();
      return new SourceSet(
          inputs(each -> each.endsWith(".java")), jars, LANGUAGE_LEVEL, LANGUAGE_LEVEL);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read corpus " + name, e);
    }
  }

  private List<SourceInput> inputs(Predicate<String> wanted) throws IOException {
    Path root = folder.resolve("sources");
    List<SourceInput> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        String path = root.relativize(each).toString().replace(File.separatorChar, '/');
        if (wanted.test(path)) {
          String text = new String(Files.readAllBytes(each), StandardCharsets.UTF_8);
          inputs.add(new SourceInput(path, SourceText.of(text), Role.MAIN));
        }
      }
    }
    return inputs;
  }
}
