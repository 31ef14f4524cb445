package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.increment.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compiler found counts for files that are still the same, and for no others. */
final class CompileResultsTest {
  private static final FileTime THEN = FileTime.from(Instant.parse("2026-11-21T10:00:00Z"));
  private static final Inputs INPUTS = inputs(17);
  private static final Set<String> BOTH = Set.of("A.java", "T.java");

  @TempDir Path folder;

  @BeforeEach
  void compiled() throws IOException {
    write(CompileResults.MAIN, "A.java");
    write(CompileResults.TEST, "T.java");
  }

  private void write(String name, String path) throws IOException {
    Path file = folder.resolve(name);
    CompileResults.write(INPUTS, List.of(in(path).of(Rules.CONCAT, 3).record()), file);
    Files.setLastModifiedTime(file, THEN);
  }

  @Test
  void countForFilesThatAreTheSame() throws IOException {
    assertThat(found(INPUTS, THEN, BOTH, now("ff", "MAIN"))).containsExactly("A.java", "T.java");
    assertThat(found(INPUTS, THEN, Set.of("T.java"), now("ff", "MAIN"))).containsExactly("T.java");
  }

  @Test
  void doNotCountForFilesThatChangedOrAreGoneOrAreJudgedAsOthers() throws IOException {
    assertThat(found(INPUTS, THEN, BOTH, now("fe", "MAIN"))).isEmpty();
    assertThat(found(INPUTS, THEN, BOTH, now("ff", "TEST"))).isEmpty();
    assertThat(found(INPUTS, THEN, BOTH, new Ledger("", 0, Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void doNotCountIfTheyAreOlderOrOfOtherSettingsOrDamaged() throws IOException {
    FileTime later = FileTime.from(THEN.toInstant().plusSeconds(1));
    assertThat(found(INPUTS, later, BOTH, now("ff", "MAIN"))).isEmpty();
    assertThat(found(inputs(21), THEN, BOTH, now("ff", "MAIN"))).isEmpty();
    Files.writeString(folder.resolve(CompileResults.MAIN), "nonsense");
    assertThat(found(INPUTS, THEN, BOTH, now("ff", "MAIN"))).containsExactly("T.java");
    Files.delete(folder.resolve(CompileResults.TEST));
    assertThat(found(INPUTS, THEN, BOTH, now("ff", "MAIN"))).isEmpty();
  }

  private List<String> found(Inputs inputs, FileTime since, Set<String> paths, Ledger now)
      throws IOException {
    List<String> found = new ArrayList<>();
    for (FileRecord each : CompileResults.of(inputs, folder, since).of(paths, now)) {
      assertThat(each.result().findings()).hasSize(1);
      found.add(each.path());
    }
    return found;
  }

  private static Ledger now(String sha256, String kind) {
    Map<String, Ledger.Source> sources = new TreeMap<>();
    BOTH.forEach(each -> sources.put(each, new Ledger.Source(null, kind, sha256, null)));
    return new Ledger("", 0, sources, Map.of());
  }

  private static Inputs inputs(int release) {
    return new Inputs(
        new SourceListing(List.of(), List.of()),
        StandardCharsets.UTF_8,
        List.of(),
        true,
        release,
        release,
        Settings.DEFAULT);
  }
}
