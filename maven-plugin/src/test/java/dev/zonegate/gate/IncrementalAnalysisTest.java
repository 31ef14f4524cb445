package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.stored.RecordFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is kept of files that did not change is what a new analysis would find. Longer and other
 * runs: {@code -Dzonegate.edits=200 -Dzonegate.seed=7}.
 */
final class IncrementalAnalysisTest {
  private static final int EDITS = Integer.getInteger("zonegate.edits", 8);
  private static final long SEED = Long.getLong("zonegate.seed", 1);

  @TempDir Path folder;

  private int decided;

  @Test
  void findsFromSourcesWhatANewAnalysisFinds() throws IOException {
    EditedProject project = new EditedProject(folder, SEED, 9);
    StringBuilder edits = new StringBuilder();
    for (int i = 0; i < EDITS; i++) {
      compare(project, false, edits);
      edits.append(project.edit()).append('\n');
    }
    compare(project, false, edits);
  }

  @Test
  void findsFromClassesWhatANewAnalysisFinds() throws IOException {
    EditedProject project = new EditedProject(folder, SEED + 2, 9);
    StringBuilder edits = new StringBuilder();
    for (int i = 0; i < EDITS; i++) {
      if (i % 4 != 3) {
        project.compile();
      }
      compare(project, true, edits);
      edits.append(project.edit()).append('\n');
    }
    compare(project, true, edits);
    assertThat(decided).isPositive();
  }

  @Test
  void judgesAgainOnlyWhatAChangeReaches() throws IOException {
    EditedProject project = new EditedProject(folder, 5, 9);
    for (boolean areCompiled : List.of(false, true)) {
      project.compile();
      assertThat(run(project, areCompiled, "kept").judged()).isEqualTo(15);
      assertThat(run(project, areCompiled, "kept").judged()).isZero();

      project.editBody(4);
      project.compile();
      assertThat(run(project, areCompiled, "kept").judged()).isEqualTo(1);
    }
    // what it is called by is a word of its own file and of its users
    project.renameMethod(8, "unheardOf");
    project.compile();
    assertThat(run(project, true, "kept").judged()).isBetween(1, 4);
  }

  @Test
  void decidesAgainOnlyWhatAChangeReaches() throws IOException {
    EditedProject project = new EditedProject(folder, 5, 9);
    Results stored = stored(run(project, false, "kept").results());
    Path kept = folder.resolve("decided.bin");
    Settlement first = settled(stored, kept);
    assertThat(first.notifications()).isEmpty();
    // what is kept is believed, so that it shows what is decided again
    KeptDecisions known = RecordFile.read(KeptDecisions.class, kept).orElseThrow();
    List<KeptDecisions.Decision> marked = new ArrayList<>();
    for (KeptDecisions.Decision each : known.decisions()) {
      Notification mark =
          new Notification("x" + each.what(), Span.NONE, Notification.Kind.RULE, "kept");
      marked.add(
          new KeptDecisions.Decision(
              each.what(), each.where(), each.kinds(), each.findings(), List.of(mark)));
    }
    RecordFile.write(new KeptDecisions(known.key(), known.kinds(), marked), kept);
    assertThat(settled(stored, kept).notifications()).hasSameSizeAs(marked);

    project.renameMethod(8, "unheardOf");
    Results changed = stored(run(project, false, "kept").results());
    assertThat(settled(changed, kept).notifications()).hasSizeLessThan(marked.size());
    Files.write(kept, new byte[] {1, 2, 3});
    assertThat(settled(stored, kept)).isEqualTo(first);
  }

  private Results stored(Results results) throws IOException {
    Path file = folder.resolve("stored.bin");
    ResultsFile.write(results, file);
    return ResultsFile.read(file).orElseThrow();
  }

  private static Settlement settled(Results results, Path kept) throws IOException {
    return SettledResults.of(results, Settings.DEFAULT, true, LocalDate.EPOCH, kept);
  }

  @Test
  void whatIsDamagedIsSaidAndMadeAgain() throws IOException {
    EditedProject project = new EditedProject(folder, 5, 3);
    run(project, false, "kept");
    Path results = folder.resolve("kept/results.bin");
    byte[] whole = Files.readAllBytes(results);
    byte[] wrong = whole.clone();
    wrong[whole.length / 2]++;
    Files.write(results, wrong);
    CachedAnalysis again = run(project, false, "kept");
    assertThat(again.damage()).contains("is damaged and is made again");
    assertThat(Files.readAllBytes(results)).isEqualTo(whole);

    Path ledger = folder.resolve("kept/ledger.bin");
    byte[] bytes = Files.readAllBytes(ledger);
    for (int length : List.of(0, 5, bytes.length - 1)) {
      Files.write(ledger, Arrays.copyOf(bytes, length));
      assertThat(run(project, false, "kept").judged()).isEqualTo(9);
    }
    assertThat(run(project, false, "kept").judged()).isZero();
    assertThat(Files.readAllBytes(results)).isEqualTo(whole);
  }

  @Test
  void neitherTheSizeNorTheTimeOfAFileHidesThatItChanged() throws IOException {
    EditedProject project = new EditedProject(folder, 5, 3);
    Path source = project.sources().resolve("p1/T1.java");
    FileTime old = FileTime.fromMillis(1_700_000_000_000L);
    Files.setLastModifiedTime(source, old);
    run(project, false, "kept");
    Files.writeString(
        source, Files.readString(source).replace("LocalDate.now()", "LocalDate.MIN  "));
    Files.setLastModifiedTime(source, old);
    assertThat(run(project, false, "kept").judged()).isEqualTo(1);
  }

  private void compare(EditedProject project, boolean areCompiled, CharSequence edits)
      throws IOException {
    run(project, areCompiled, "kept");
    Results kept = ResultsFile.read(folder.resolve("kept/results.bin")).orElseThrow();
    compareDecisions(kept);
    Path fresh = folder.resolve("fresh");
    Files.deleteIfExists(fresh.resolve("results.bin"));
    Files.deleteIfExists(fresh.resolve("ledger.bin"));
    assertThat(run(project, areCompiled, "fresh").results()).isEqualTo(kept);
    assertThat(folder.resolve("kept/results.bin"))
        .as("after these edits:\n%s", edits)
        .hasSameBinaryContentAs(fresh.resolve("results.bin"));
  }

  /** What is kept of decisions is what they come to anew; so it is for who keeps none. */
  private void compareDecisions(Results results) throws IOException {
    Path kept = folder.resolve("kept/decided.bin");
    LocalDate today = LocalDate.EPOCH;
    Settlement again = SettledResults.of(results, Settings.DEFAULT, true, today, kept);
    Path fresh = folder.resolve("fresh/decided.bin");
    Files.deleteIfExists(fresh);
    assertThat(SettledResults.of(results, Settings.DEFAULT, true, today, fresh)).isEqualTo(again);
    SettlingRequest asked = new SettlingRequest(results, Settings.DEFAULT, true, today);
    assertThat(AnalysisExecutor.HERE.settle(asked)).isEqualTo(again);
    int known = results.files().stream().mapToInt(each -> each.result().findings().size()).sum();
    decided += again.findings().size() - known;
    assertThat(kept).hasSameBinaryContentAs(fresh);
  }

  private CachedAnalysis run(EditedProject project, boolean areCompiled, String name)
      throws IOException {
    List<SourceRoot> roots = List.of(new SourceRoot(project.sources(), Role.MAIN));
    SourceListing listing = SourceListing.of(roots, folder, Filter.ALL);
    List<Path> classpath = areCompiled ? List.of(project.classes()) : List.of();
    Inputs inputs =
        new Inputs(
            listing, StandardCharsets.UTF_8, classpath, areCompiled, 17, 17, Settings.DEFAULT);
    return CachedAnalysis.of(inputs, folder.resolve(name).resolve("results.bin"));
  }
}
