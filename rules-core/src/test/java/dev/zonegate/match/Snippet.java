package dev.zonegate.match;

import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.frontend.SourceInput;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A few lines of Java as rules see them. */
public final class Snippet {
  private Snippet() {}

  /** A file that knows no library but the JDK. */
  public static SourceFile file(String code) {
    return file(code, List.of());
  }

  /** A file that knows the libraries of the fixtures. */
  public static SourceFile withLibraries(String code) {
    return file(code, FixtureClasspath.jars());
  }

  private static SourceFile file(String code, List<Path> libraries) {
    List<SourceFile> files = new ArrayList<>();
    SourceInput input = new SourceInput("Snippet.java", SourceText.of(code), SourceFile.Role.MAIN);
    new JavacFrontEnd().read(new SourceSet(List.of(input), libraries, 17, 17), files::add);
    return files.get(0);
  }

  /** The first node of a kind that is written so. */
  public static <N extends Node> N find(SourceFile file, Class<N> kind, String text) {
    return file.all(kind).stream()
        .filter(each -> file.text(each).equals(text))
        .findFirst()
        .orElseThrow();
  }
}
