package dev.zonegate.frontend;

import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The construct files of each language level, with the model that every front-end must make of
 * them. They are in the test jar, so that front-ends in other modules read them too.
 */
public final class SyntaxFiles {
  private static final Map<String, Integer> LEVELS = new TreeMap<>();

  static {
    LEVELS.put("Java8.java", 8);
    LEVELS.put("Annotations.java", 8);
    LEVELS.put("Generics.java", 17);
    LEVELS.put("Comments.java", 17);
    LEVELS.put("Crlf.java", 17);
    LEVELS.put("Cr.java", 17);
    LEVELS.put("Bom.java", 17);
    LEVELS.put("Escapes.java", 17);
    LEVELS.put("Astral.java", 17);
    LEVELS.put("module/module-info.java", 17);
    LEVELS.put("pack/package-info.java", 17);
    LEVELS.put("Java17.java", 17);
    LEVELS.put("Records.java", 17);
    LEVELS.put("Java21.java", 21);
    LEVELS.put("Java22.java", 22);
    LEVELS.put("Java25.java", 25);
  }

  private SyntaxFiles() {}

  /** The files up to a language level, by path. */
  public static List<String> upTo(int level) {
    List<String> paths = new ArrayList<>();
    LEVELS.forEach(
        (path, needed) -> {
          if (needed <= level) {
            paths.add(path);
          }
        });
    return paths;
  }

  /** A file as a front-end gets it. */
  public static SourceInput input(String path) {
    return new SourceInput(path, SourceText.of(read(path)), SourceFile.Role.MAIN);
  }

  /** The model of a file as {@link ModelPrinter} prints it. */
  public static String expected(String path) {
    return read(golden(path));
  }

  /**
   * Stores a new expected model, when a change is meant and has been read.
   *
   * @param root the folder of this project
   */
  static void store(Path root, String path, String model) {
    try {
      Path file = root.resolve("rules-core/src/test/resources/syntax").resolve(golden(path));
      Files.writeString(file, model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String golden(String path) {
    return path.replace(".java", ".model");
  }

  private static String read(String path) {
    try (InputStream in = SyntaxFiles.class.getResourceAsStream("/syntax/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no file syntax/" + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
