package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.fixtures.FixtureClasspath;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same sources give the same bytes, wherever they lie and on however many threads. */
final class DeterminismTest {
  private static final int FILES = 60;
  private static final int OF_EACH_RULE = 3;
  private static final Path FIXTURES =
      Path.of(System.getProperty("zonegate.root"), "rules-core/src/test/resources/fixtures");

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

  /** Some fixtures of each rule, with the libraries that they are written against. */
  @Test
  void noRuleShowsTheNumberOfThreads() throws IOException {
    List<SourceRoot> roots = someFixtures();
    assertThat(roots).hasSizeGreaterThan(Catalogue.rules().size());
    String expected = results(roots, 1);

    assertThat(Catalogue.rules())
        .allSatisfy(each -> assertThat(expected).contains(each.info().name()));
    assertThat(results(roots, 4)).isEqualTo(expected);
  }

  private static List<SourceRoot> someFixtures() throws IOException {
    List<SourceRoot> some = new ArrayList<>();
    for (Rule each : Catalogue.rules()) {
      try (Stream<Path> files = Files.walk(FIXTURES.resolve(each.info().name()))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .sorted()
            .limit(OF_EACH_RULE)
            .forEach(file -> some.add(new SourceRoot(file, Role.MAIN)));
      }
    }
    return some;
  }

  private String results(List<SourceRoot> roots, int threads) throws IOException {
    SourceListing listing = SourceListing.of(roots, FIXTURES, Filter.ALL);
    Inputs inputs =
        new Inputs(
            listing,
            StandardCharsets.UTF_8,
            FixtureClasspath.jars(),
            true,
            17,
            17,
            Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Path out = machine.resolve(threads + ".bin");
    ResultsFile.write(
        SourceAnalysis.of(inputs, List.of(new PmdFrontend(threads)), analysis, ""), out);
    return text(out);
  }

  private static String text(Path results) throws IOException {
    return Files.readString(results, StandardCharsets.ISO_8859_1);
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
    ResultsFile.write(results, out.resolve("results.bin"));
    ReportInput input = new ReportInput("shop", verdict, results, rules, "1");
    Format.write(EnumSet.allOf(Format.class), input, out);
    StringBuilder all = new StringBuilder(text(out.resolve("results.bin")));
    for (Format each : Format.values()) {
      if (each.file().isPresent()) {
        all.append(Files.readString(out.resolve(each.file().get())));
      }
    }
    return all.toString();
  }
}
