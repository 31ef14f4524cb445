package dev.zonegate.gate;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.baseline.BaselineFile;
import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.fork.ForkedExecutor;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.report.Format;
import dev.zonegate.report.ReportInput;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** A process that judges a checkout again and again and writes all that the gate writes. */
final class RepeatedBuild {
  private RepeatedBuild() {}

  /**
   * Takes the folder, how many times, and whether a worker analyses; prints a line when it writes
   * for the first time.
   */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    AnalysisExecutor executor =
        Boolean.parseBoolean(arguments[2])
            ? new ForkedExecutor(new HashMap<>(), root.resolve("target"), RepeatedBuild::complain)
            : AnalysisExecutor.HERE;
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      // each time another file has another length, so that a torn write would show
      Path source = root.resolve("src/shop/Order" + i % 3 + ".java");
      Files.writeString(source, source(i % 3, i % 7));
      if (i == 0) {
        System.out.println("builds");
        System.out.flush();
      }
      build(root, executor);
    }
  }

  /** A build of this test that goes on without its worker would show nothing of it. */
  private static void complain(String complaint) {
    throw new IllegalStateException(complaint);
  }

  /** A source with so many findings. */
  static String source(int number, int findings) {
    StringBuilder text = new StringBuilder("package shop;\nimport java.time.LocalDate;\n");
    text.append("class Order").append(number).append(" {\n");
    for (int i = 0; i <= findings; i++) {
      text.append("  LocalDate due").append(i).append("() { return LocalDate.now(); }\n");
    }
    return text.append("}\n").toString();
  }

  /** Writes what {@code analyze}, {@code check} and {@code baseline} write. */
  static CachedAnalysis build(Path root, AnalysisExecutor executor) throws IOException {
    List<SourceRoot> roots = List.of(new SourceRoot(root.resolve("src"), Role.MAIN));
    SourceListing listing = SourceListing.of(roots, root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 17, 17, Settings.DEFAULT);
    Path out = root.resolve("target");
    FileTime never = FileTime.from(Instant.MAX);
    CachedAnalysis analysis = executor.update(inputs, out.resolve(ResultsFile.NAME), never);
    Results results = analysis.results();
    Settlement settled =
        executor.settle(
            new SettlingRequest(
                results, Optional.of(analysis.stored()), Settings.DEFAULT, true, Findings.TODAY));
    Verdict verdict = Judge.judge(Policy.DEFAULT, "", results, settled);
    ReportInput report =
        new ReportInput(
            "shop", verdict, results, Catalogue.rules().stream().map(Rule::info).toList(), "1");
    Format.write(EnumSet.allOf(Format.class), report, out);
    AuditTrail.write(verdict, AuthorVerdict.NONE, "", results, "1", out.resolve(AuditTrail.NAME));
    List<BaselineEntry> known =
        verdict.judged().stream().map(each -> BaselineEntry.of(each.finding(), "shop")).toList();
    BaselineFile.write(
        new Baseline(root, BaselineFile.NAME, known), root.resolve(BaselineFile.NAME));
    return analysis;
  }
}
