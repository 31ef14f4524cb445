package dev.zonegate.gate;

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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;

/**
 * An analysis in a process of its own, with all reports; a set of Java has an order per process.
 */
final class OneAnalysis {
  private OneAnalysis() {}

  /** Takes the folder of the sources, that of the outcome, the threads and a file of jars. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    int threads = Integer.parseInt(arguments[2]);
    List<Path> jars = Files.readAllLines(Path.of(arguments[3])).stream().map(Path::of).toList();
    SourceListing listing =
        SourceListing.of(
            List.of(new SourceRoot(root, Role.MAIN, SourceRoot.Holds.BOTH)), root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, jars, true, 17, 17, Settings.DEFAULT);
    // none: as where nothing is compiled
    List<FrontEnd> frontEnds =
        threads == 0
            ? List.of(new JavacFrontEnd(), new JavaparserFrontEnd())
            : List.of(new PmdFrontend(threads), new JavacFrontEnd(), new JavaparserFrontEnd());
    Analysis analysis = new Analysis(Catalogue.rules(), Settings.DEFAULT);
    Results results = SourceAnalysis.of(inputs, frontEnds, analysis, "");
    ResultsFile.write(results, out.resolve(ResultsFile.NAME));
    Verdict verdict = Findings.judged(Policy.DEFAULT, "", results, Findings.TODAY);
    ReportInput report =
        new ReportInput(
            "bank", verdict, results, Catalogue.rules().stream().map(Rule::info).toList(), "1");
    Format.write(EnumSet.allOf(Format.class), report, out);
    AuditTrail.write(verdict, AuthorVerdict.NONE, "", results, "1", out.resolve(AuditTrail.NAME));
  }
}
