package dev.zonegate.copies;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CPDReport;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Mark;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.LanguageRegistry;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.document.FileLocation;
import net.sourceforge.pmd.util.log.PmdReporter;

/**
 * What CPD finds in some files.
 *
 * @param matches the longest first; each is stretches that read the same, sorted
 * @param unread paths of files that CPD could not split into tokens
 */
record CpdSearch(List<List<Stretch>> matches, List<String> unread) {
  /** Without them, what runs alike by chance is found too; see the page of the rule. */
  static final int FEWEST_TOKENS = 100;

  static CpdSearch of(List<SourceInput> sources) throws IOException {
    CPDConfiguration settings = new CPDConfiguration();
    settings.setOnlyRecognizeLanguage(LanguageRegistry.CPD.getLanguageById("java"));
    settings.setMinimumTileSize(FEWEST_TOKENS);
    settings.setIgnoreAnnotations(true);
    settings.setIgnoreUsings(true);
    settings.setFailOnError(false);
    settings.setReporter(PmdReporter.quiet());
    Map<FileId, String> paths = new HashMap<>();
    List<List<Stretch>> matches = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    try (CpdAnalysis cpd = CpdAnalysis.create(settings)) {
      for (SourceInput each : sources) {
        FileId file = FileId.fromPathLikeString(each.path());
        paths.put(file, each.path());
        cpd.files().addSourceFile(file, each.text().content());
      }
      cpd.performAnalysis(report -> read(report, paths, matches, unread));
    }
    return new CpdSearch(matches, unread);
  }

  private static void read(
      CPDReport report,
      Map<FileId, String> paths,
      List<List<Stretch>> matches,
      List<String> unread) {
    report.getProcessingErrors().forEach(each -> unread.add(paths.get(each.getFileId())));
    unread.sort(null);
    List<Match> found = new ArrayList<>(report.getMatches());
    found.sort(Comparator.comparingInt(Match::getTokenCount).reversed());
    for (Match match : found) {
      List<Stretch> stretches = new ArrayList<>();
      for (Mark each : match) {
        FileLocation at = each.getLocation();
        stretches.add(new Stretch(paths.get(at.getFileId()), span(at)));
      }
      stretches.sort(null);
      matches.add(stretches);
    }
  }

  /** With the semicolon that may follow, which is no token to CPD. */
  private static Span span(FileLocation at) {
    return new Span(at.getStartLine(), at.getStartColumn(), at.getEndLine(), at.getEndColumn() + 1);
  }
}
