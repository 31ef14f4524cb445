package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceHeadTest {
  @TempDir Path folder;

  @Test
  void readsPackageAndImports() {
    SourceHead head =
        SourceHead.of(
            "package a . b;\nimport c.D;\nimport static e.F.g;\nimport h.*;\nclass I { int word; }");
    assertThat(head.packageName()).isEqualTo("a.b");
    assertThat(head.imports()).containsExactly("c.D", "e.F.g", "h.*");
    assertThat(head.words()).contains("word", "static", "I").doesNotContain("none");
  }

  @Test
  void readsNoImportsInCode() {
    SourceHead head = SourceHead.of("package a; class B { import c.D; package e; }");
    assertThat(head.packageName()).isEqualTo("a");
    assertThat(head.imports()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"package a.b|a.b|", "import a.B|''|a.B", "import|''|''", "import static|''|''"})
  void readsWhatEndsTooEarly(String text, String packageName, String imported) {
    SourceHead head = SourceHead.of(text);
    assertThat(head.packageName()).isEqualTo(packageName);
    assertThat(String.join(",", head.imports())).isEqualTo(imported == null ? "" : imported);
  }

  @Test
  void isTheSameInAnotherPackage() {
    SourceHead head = SourceHead.of("package a; import b.C; class D {}");
    SourceHead moved = head.in("z");
    assertThat(moved).isEqualTo(new SourceHead("z", head.imports(), head.words(), head.marks()));
  }

  @Test
  void knowsNothingOfResourcesAndOfWhatCannotBeRead() throws IOException {
    Files.writeString(folder.resolve("A.java"), "package a;");
    Files.writeString(folder.resolve("a.xml"), "package a;");
    assertThat(head("A.java").packageName()).isEqualTo("a");
    assertThat(head("a.xml")).isSameAs(SourceHead.NONE);
    assertThat(head("Gone.java")).isSameAs(SourceHead.NONE);
  }

  private SourceHead head(String path) {
    return SourceHead.of(
        new SourceEntry(path, folder.resolve(path), Role.MAIN), StandardCharsets.UTF_8);
  }
}
