package dev.zonegate.maven;

import dev.zonegate.engine.Settlement;
import dev.zonegate.files.WholeFile;
import dev.zonegate.gate.AuthorVerdict;
import dev.zonegate.gate.Judge;
import dev.zonegate.gate.Policy;
import dev.zonegate.gate.Results;
import dev.zonegate.gate.ResultsFile;
import dev.zonegate.gate.Verdict;
import dev.zonegate.report.ReportInput;
import dev.zonegate.report.SarifReport;
import dev.zonegate.report.Screen;
import dev.zonegate.report.TextReport;
import dev.zonegate.stored.RecordFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Judges no files for nobody while the worker analyses: half of what judging few files costs is to
 * load classes, and Maven only waits meanwhile.
 */
final class JudgingRehearsal implements Runnable {
  private static final String KEY = JudgingRehearsal.class.getName();

  private final Path folder;
  private final Consumer<String> notes;

  JudgingRehearsal(Path folder, Consumer<String> notes) {
    this.folder = folder;
    this.notes = notes;
  }

  /**
   * Begins, once a build, and holds nobody up.
   *
   * @param buildData where the build keeps what its modules share
   * @param folder where files may be written that are removed again
   * @param notes told why there is none
   */
  static void start(Map<String, Object> buildData, Path folder, Consumer<String> notes) {
    synchronized (buildData) {
      if (buildData.putIfAbsent(KEY, true) != null) {
        return;
      }
    }
    Thread thread = new Thread(new JudgingRehearsal(folder, notes), "zonegate-rehearsal");
    thread.setDaemon(true);
    // a build that ends before it takes its classes away
    thread.setUncaughtExceptionHandler((own, e) -> notes.accept("the rehearsal broke off: " + e));
    thread.start();
  }

  @Override
  public void run() {
    try {
      Path draft = WholeFile.draft(folder.resolve("rehearsal.bin"));
      try {
        judge(draft);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      notes.accept("there is no rehearsal: " + e);
    }
  }

  private static void judge(Path draft) throws IOException {
    Results none = new Results("", List.of(), List.of());
    ResultsFile.write(none, draft);
    ResultsFile.readKept(draft);
    Settlement settlement = new Settlement(List.of(), List.of(), List.of());
    RecordFile.write(settlement, draft);
    RecordFile.read(Settlement.class, draft);
    Verdict verdict = Judge.judge(Policy.DEFAULT, "", none, settlement);
    ReportInput input =
        new ReportInput("", verdict, none, Reports.ruleNames().rules(), "", AuthorVerdict.NONE);
    SarifReport.write(input, Writer.nullWriter());
    TextReport.lines(verdict, new Screen(false, false, ""), "");
  }
}
