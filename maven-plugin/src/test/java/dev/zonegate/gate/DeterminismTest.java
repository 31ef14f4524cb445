package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.frontend.FrontEnd;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.frontend.javaparser.JavaparserFrontEnd;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.pmd.PmdFrontend;
import dev.zonegate.report.Format;
import dev.zonegate.report.ReportInput;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes, wherever they lie and on however many threads. */
final class DeterminismTest {
  private static final int FILES = 60;

  @TempDir Path machine;

  @Test
  void theNumberOfThreadsAndTheFolderDoNotShow() throws IOException {
    Path one = checkout("one");
    Path other = checkout("somewhere/else/two");
    String expected = reports(one, 1);

    assertThat(expected).contains("TimeZone.implicitNow", "SwallowedError", "syntax");
    assertThat(expected).doesNotContain(machine.toString());
    assertThat(reports(one, 2)).isEqualTo(expected);
    assertThat(reports(one, 4)).isEqualTo(expected);
    assertThat(reports(other, 4)).isEqualTo(expected);
  }

  private Path checkout(String name) throws IOException {
    Path root = machine.resolve(name);
    for (int i = 0; i < FILES; i++) {
      Path file = root.resolve("part" + i % 7 + "/src/shop/Order" + i + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source(i));
    }
    return root;
  }

  private static String source(int number) {
    String end = number % 10 == 3 ? "  void half( { int = ; }\n}\n" : "}\n";
    return """
        package shop;
        import java.io.IOException;
        import java.nio.file.*;
        import java.time.LocalDate;
        class Order%d {
          LocalDate due() { return LocalDate.now().plusDays(%d); }
          String text(Path file) {
            try {
              return Files.readString(file);
            } catch (IOException e) {
              return null;
            }
          }
        """
            .formatted(number, number)
        + end;
  }

  /** What is kept of an analysis, and its report. */
  private String reports(Path root, int threads) throws IOException {
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), true, 17, 17, Settings.DEFAULT);
    List<FrontEnd> frontEnds =
        List.of(new PmdFrontend(threads), new JavacFrontEnd(), new JavaparserFrontEnd());
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, frontEnds, analysis, "");
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", results, Findings.TODAY);
    Path out = Files.createTempDirectory(machine, "out");
    List<RuleInfo> rules = Catalogue.rules().stream().map(Rule::info).toList();
    ResultsFile.write(results, out.resolve("results.jsonl"));
    ReportInput input = new ReportInput("shop", verdict, results, rules, "1");
    Format.write(EnumSet.allOf(Format.class), input, out);
    StringBuilder all = new StringBuilder(Files.readString(out.resolve("results.jsonl")));
    for (Format each : Format.values()) {
      if (each.file().isPresent()) {
        all.append(Files.readString(out.resolve(each.file().get())));
      }
    }
    return all.toString();
  }
}
