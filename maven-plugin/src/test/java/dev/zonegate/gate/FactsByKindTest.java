package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.facts.Fact;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsByKindTest {
  private static final String CODE =
      """
      class %s {
        private String name;
        String find(java.util.Map<String, String> names, String id) {
          return names.containsKey(id) ? names.get(id) : null;
        }
        String shown(String id) {
          return find(new java.util.HashMap<>(), id) + name;
        }
      }
      """;

  @TempDir Path root;

  @Test
  void areAllOfAKindByPathAndNoOthers() throws IOException {
    Files.writeString(root.resolve("A.java"), CODE.formatted("A"));
    Files.writeString(root.resolve("B.java"), CODE.formatted("B"));
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, List.of(new JavacFrontEnd()), analysis, "");
    List<FileRecord> backwards = List.of(results.files().get(1), results.files().get(0));
    var byKind = results.facts().stream().collect(Collectors.groupingBy(Fact::getClass));
    assertThat(byKind).hasSizeGreaterThan(1);
    byKind.forEach(
        (kind, facts) -> {
          assertThat(facts).hasSizeGreaterThan(1);
          assertThat(new FactsByKind(backwards).all(kind)).isEqualTo(facts);
        });
  }
}
