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
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gate judges its own sources: strictest tier, no baseline. */
final class SelfJudgementTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Policy STRICTEST =
      new Policy(
          ROOT.resolve(PolicyFile.NAME),
          List.of(new Zone("zonegate", Tier.HUMAN_ONLY, List.of(), List.of(), Span.NONE)),
          Policy.DEFAULT.rules());

  @Test
  void nothingInOurOwnSourcesBlocks() throws IOException {
    List<SourceRoot> roots = roots();
    assertThat(roots).hasSizeGreaterThan(2);
    SourceListing listing = SourceListing.of(roots, ROOT, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, classpath(), true, 17, 17, Settings.DEFAULT);
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, FrontEnds.of(inputs), analysis, "");
    Verdict verdict = Findings.judged(STRICTEST, "", results, LocalDate.now(ZoneOffset.UTC));

    assertThat(verdict.files()).isGreaterThan(150);
    assertThat(verdict.passes()).as(text(verdict)).isTrue();
    assertThat(verdict.notifications()).isEmpty();
  }

  /** The main sources of each module that has any. */
  private static List<SourceRoot> roots() throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .filter(each -> Files.exists(each.resolve("pom.xml")))
          .map(each -> each.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .sorted()
          .map(each -> new SourceRoot(each, Role.MAIN))
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
