package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.SourceSet;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a front-end that fails costs. */
final class SourceAnalysisTest {
  private static final String CODE =
      "class %s { java.time.LocalDate due() { return java.time.LocalDate.now(); } }\n";

  @TempDir Path root;
  private final List<Integer> asked = new ArrayList<>();

  @BeforeEach
  void threeFiles() throws IOException {
    for (String each : List.of("A", "B", "C")) {
      Files.writeString(root.resolve(each + ".java"), CODE.formatted(each));
    }
  }

  @Test
  void costsTheFileThatItFailsOn() throws IOException {
    Results results = analysed(failing(new IllegalStateException("B"), "B.java"));
    assertThat(asked).as("all together, then what is left file by file").containsExactly(3, 1, 1);
    assertThat(results.files()).hasSize(3);
    assertThat(found(results)).containsExactly("A.java", "C.java");
    assertThat(results.files().get(1).result().notifications())
        .singleElement()
        .returns("B.java", Notification::path)
        .returns(Notification.Kind.FILE, Notification::kind);
  }

  @Test
  void costsNothingWhereAnotherFrontEndReadsTheFile() throws IOException {
    Results results =
        analysed(failing(new StackOverflowError(), "B.java"), new JavaparserFrontEnd());
    assertThat(found(results)).containsExactly("A.java", "B.java", "C.java");
  }

  @Test
  void costsNoFileTwiceIfItFailsAfterAll() throws IOException {
    Results results = analysed(failing(new OutOfMemoryError(), "D.java"));
    assertThat(asked).containsExactly(3);
    assertThat(found(results)).containsExactly("A.java", "B.java", "C.java");
  }

  /** Reads files in their order up to one, where it fails; at the end if that is not there. */
  private FrontEnd failing(Throwable failure, String at) {
    return new FrontEnd() {
      @Override
      public String name() {
        return "failing";
      }

      @Override
      public void read(SourceSet sources, Consumer<SourceFile> ready) {
        asked.add(sources.inputs().size());
        boolean isAll = at.equals("D.java");
        SourceSet before =
            new SourceSet(
                sources.inputs().stream()
                    .filter(each -> isAll || each.path().compareTo(at) < 0)
                    .toList(),
                sources.classpath(),
                sources.languageLevel(),
                sources.targetRelease());
        new JavaparserFrontEnd().read(before, ready);
        boolean fails = isAll || sources.inputs().stream().anyMatch(each -> each.path().equals(at));
        if (fails && failure instanceof Error error) {
          throw error;
        } else if (fails) {
          throw (RuntimeException) failure;
        }
        new JavaparserFrontEnd().read(sources, ready);
      }
    };
  }

  private Results analysed(FrontEnd... frontEnds) throws IOException {
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    return SourceAnalysis.of(inputs, List.of(frontEnds), analysis, "");
  }

  private static List<String> found(Results results) {
    return results.files().stream()
        .filter(each -> !each.result().findings().isEmpty())
        .map(FileRecord::path)
        .toList();
  }
}
