package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Analysis;
import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.report.Line;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import dev.zonegate.rule.Conventions;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate judges its own sources: strictest tier, no baseline. */
final class SelfJudgementTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Policy STRICTEST =
      new Policy(
          ROOT.resolve(PolicyFile.NAME),
          List.of(new Zone("zonegate", Tier.HUMAN_ONLY, List.of(), List.of(), Span.NONE)),
          Policy.DEFAULT.rules());

  private static final String SEEDED =
      """
      import org.junit.jupiter.api.Test;

      class SeededTest {
        @Test
        void trims() {
          " a ".trim();
        }
      }
      """;

  @Test
  void nothingInOurOwnSourcesBlocks() throws IOException {
    Verdict verdict = verdict(roots("src/main/java", Role.MAIN), true);
    assertThat(verdict.files()).isGreaterThan(150);
    assertThat(verdict.passes()).as(text(verdict)).isTrue();
    assertThat(verdict.notifications()).isEmpty();
  }

  @Test
  void onlyASeededTestIsHollow(@TempDir Path seeds) throws IOException {
    Files.writeString(seeds.resolve("SeededTest.java"), SEEDED);
    List<SourceRoot> roots = new ArrayList<>(roots("src/test/java", Role.TEST));
    roots.add(new SourceRoot(seeds, Role.TEST));
    Verdict verdict = verdict(roots, false);
    assertThat(verdict.files()).isGreaterThan(80);
    assertThat(verdict.blocking())
        .as(text(verdict))
        .singleElement()
        .extracting(each -> each.finding().key())
        .isEqualTo("HollowTest.noAssertion");
  }

  private static Verdict verdict(List<SourceRoot> roots, boolean areCompiled) {
    assertThat(roots).hasSizeGreaterThan(2);
    SourceListing listing = SourceListing.of(roots, ROOT, Filter.ALL);
    Settings settings = new Settings(Set.of(), Set.of(), true, Conventions.NONE);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, classpath(), areCompiled, 17, 17, settings);
    Analysis analysis = new Analysis(Catalogue.rules(), settings);
    Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, "");
    return Findings.judged(STRICTEST, "", results, LocalDate.now(ZoneOffset.UTC));
  }

  /** A folder of each module that has it. */
  private static List<SourceRoot> roots(String folder, Role role) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(each -> Files.exists(each.resolve("pom.xml")))
          .map(each -> each.resolve(folder))
          .filter(Files::isDirectory)
          .sorted()
          .map(each -> new SourceRoot(each, role))
          .toList();
    }
  }

  private static List<Path> classpath() {
    String all = System.getProperty("java.class.path");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(all)
        .map(Path::of)
        .toList();
  }

  private static String text(Verdict verdict) {
    List<Line> lines = TextReport.lines(verdict, new Screen(false, false, "explain"), "");
    return String.join("\n", lines.stream().map(Line::text).toList());
  }
}
