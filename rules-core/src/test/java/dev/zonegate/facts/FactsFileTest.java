package dev.zonegate.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.facts.DeclaredType.DeclaredField;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsFileTest {
  @TempDir Path folder;

  private static DeclaredType type(String path, String name) {
    DeclaredField id = new DeclaredField("id", "java.lang.Long", List.of(), List.of());
    return new DeclaredType(
        path, new Span(1, 7, 1, 8), name, TypeShape.Kind.CLASS, List.of(), List.of(), List.of(id));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("facts.jsonl");
    List<Fact> facts = List.of(type("a/A.java", "a.A"), type("b/B.java", "b.B"));
    FactsFile.write(facts, file);

    Project project = FactsFile.read(file).with("a/A.java", List.of(facts.get(0)));
    assertThat(project.all(DeclaredType.class)).isEqualTo(facts);
    assertThat(project.isWhole()).isTrue();
  }

  @Test
  void aFileThatHasChangedCountsAsItIsNow() throws IOException {
    Path file = folder.resolve("facts.jsonl");
    FactsFile.write(List.of(type("a/A.java", "a.A"), type("b/B.java", "b.B")), file);

    Project project =
        FactsFile.read(file).with("/builds/src/a/A.java", List.of(type("a/A.java", "a.Other")));
    assertThat(project.all(DeclaredType.class))
        .extracting(DeclaredType::name)
        .containsExactly("a.Other", "b.B");
  }

  @Test
  void onlyFactsAreMadeOfAFile() throws IOException {
    Path file = folder.resolve("facts.jsonl");
    for (String line : List.of("{}", "[]", "{\"is\":\"Facts\"}", "{\"is\":\"DeclaredType\"", "")) {
      Files.writeString(file, line + "\n");
      Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(line.hashCode()));
      assertThatThrownBy(() -> FactsFile.read(file))
          .as(line)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("facts.jsonl:1: no fact of this version");
    }
  }
}
