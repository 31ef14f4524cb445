package dev.zonegate.pmd;

import dev.zonegate.frontend.SourceInput;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.document.FileId;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import net.sourceforge.pmd.lang.rule.RuleSetLoader;
import net.sourceforge.pmd.reporting.Report;
import net.sourceforge.pmd.reporting.RuleViolation;

/** Runs PMD over sources, as its command line and plug-ins do. */
record PmdRun(List<Path> classpath, String level, int threads) {
  static final String ALL = "zonegate/java/zonegate.xml";

  /** What blocks in the strictest tier: patterns in preview are left out. */
  static final String STRICTEST = "zonegate/java/human-only.xml";

  /** What PMD says with a ruleset of the class path. */
  Report of(List<SourceInput> inputs, String ruleset) {
    return run(inputs, loader -> loader.loadFromResource(ruleset));
  }

  /** What PMD says with these elements of a ruleset. */
  Report with(List<SourceInput> inputs, String rules) {
    String head =
        "<ruleset name=\"own\" xmlns=\"http://pmd.sourceforge.net/ruleset/2.0.0\">"
            + "<description>own</description>";
    return run(inputs, loader -> loader.loadFromString("own.xml", head + rules + "</ruleset>"));
  }

  private interface RuleSource {
    net.sourceforge.pmd.lang.rule.RuleSet load(RuleSetLoader loader);
  }

  private Report run(List<SourceInput> inputs, RuleSource rules) {
    PMDConfiguration configuration = new PMDConfiguration();
    configuration.setThreads(threads);
    configuration.setIgnoreIncrementalAnalysis(true);
    configuration.setDefaultLanguageVersion(JavaLanguageModule.getInstance().getVersion(level));
    configuration.prependAuxClasspath(
        classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
      analysis.addRuleSet(rules.load(analysis.newRuleSetLoader()));
      for (SourceInput each : inputs) {
        FileId id = FileId.fromPathLikeString(each.path());
        analysis.files().addSourceFile(id, each.text().content());
      }
      return analysis.performAnalysisAndCollectReport();
    }
  }

  /** Violations as {@code path:line:column Rule message}, sorted as PMD sorts them. */
  static List<String> shown(Report report) {
    List<String> lines = new ArrayList<>();
    for (RuleViolation each : report.getViolations()) {
      lines.add(
          "%s:%d:%d-%d:%d %s %s"
              .formatted(
                  each.getFileId().getOriginalPath(),
                  each.getBeginLine(),
                  each.getBeginColumn(),
                  each.getEndLine(),
                  each.getEndColumn(),
                  each.getRule().getName(),
                  each.getDescription()));
    }
    return lines;
  }
}
