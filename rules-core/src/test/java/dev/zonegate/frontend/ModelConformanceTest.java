package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.model.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each front-end makes the same model of each construct file. */
final class ModelConformanceTest {
  private static final int NEWEST = 25;

  static Stream<String> files() {
    return SyntaxFiles.upTo(NEWEST).stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void javacMakesTheExpectedModel(String path) {
    int jdk = Runtime.version().feature();
    assumeTrue(SyntaxFiles.upTo(jdk).contains(path), "javac " + jdk + " cannot read " + path);
    SourceFile file = read(path);
    if (Boolean.getBoolean("zonegate.storeModels")) {
      SyntaxFiles.store(Path.of(System.getProperty("zonegate.root")), path, print(file));
    }

    assertThat(file.notifications()).isEmpty();
    assertThat(print(file)).isEqualTo(SyntaxFiles.expected(path));
  }

  @Test
  void lineEndsAndAByteOrderMarkChangeNothing() {
    String plain = SyntaxFiles.expected("Bom.java");

    assertThat(unnamed(SyntaxFiles.expected("Crlf.java"), "Crlf")).isEqualTo(unnamed(plain, "Bom"));
    assertThat(unnamed(SyntaxFiles.expected("Cr.java"), "Cr")).isEqualTo(unnamed(plain, "Bom"));
  }

  private static String unnamed(String model, String name) {
    return model.replace(name, "X").replaceFirst("nameSpan=3:7-3:\\d+", "nameSpan");
  }

  private static SourceFile read(String path) {
    List<SourceFile> files = new ArrayList<>();
    SourceSet sources = new SourceSet(List.of(SyntaxFiles.input(path)), List.of(), 0, 0);
    new JavacFrontEnd().read(sources, files::add);
    return files.get(0);
  }

  private static String print(SourceFile file) {
    return ModelPrinter.print(file);
  }
}
