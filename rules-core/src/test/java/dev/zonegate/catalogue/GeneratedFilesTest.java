package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares checked-in files with the generator; with {@code -Dzonegate.regenerate=true} writes
 * them.
 */
final class GeneratedFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final String REGENERATE = "zonegate.regenerate";

  @TestFactory
  Stream<DynamicTest> aGeneratedFileIsInStepWithTheCatalogue() throws IOException {
    Map<String, String> files = new TreeMap<>(GeneratedFiles.of(Catalogue.rules()));
    Path readme = ROOT.resolve("README.md");
    if (Files.exists(readme)) {
      files.put("README.md", GeneratedFiles.readme(Files.readString(readme), Catalogue.rules()));
    }
    return files.entrySet().stream()
        .map(each -> dynamicTest(each.getKey(), () -> compare(each.getKey(), each.getValue())));
  }

  private static void compare(String path, String expected) throws IOException {
    Path file = ROOT.resolve(path);
    if (Boolean.getBoolean(REGENERATE)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("mvn -q -o -pl rules-core test -Dtest=GeneratedFilesTest -D%s=true", REGENERATE)
        .exists()
        .content()
        .isEqualTo(expected);
  }
}
