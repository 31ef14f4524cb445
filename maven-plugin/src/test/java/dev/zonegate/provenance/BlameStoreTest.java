package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlameStoreTest {
  private static final String BLOB = "ab".repeat(20);

  @TempDir Path temp;
  private Path file;
  private GitSandbox git;
  private GitHistory history;
  private List<LineOrigin> origins;

  @BeforeEach
  void aHistory() throws ProvenanceException {
    git = GitSandbox.in(temp.resolve("repo"));
    String one = git.lines("A.java", "a").commit("One");
    String two = git.lines("A.java", "a", "b").commit("Two");
    history = GitHistory.open(git.folder()).orElseThrow();
    file = temp.resolve("target/blame.txt");
    origins =
        List.of(
            new LineOrigin(one, "A.java", 1),
            new LineOrigin(one, "A.java", 2),
            new LineOrigin(two, "A.java", 3),
            new LineOrigin(two, "Old.java", 4),
            new LineOrigin(two, "Old.java", 6));
  }

  @AfterEach
  void close() {
    history.close();
    git.close();
  }

  @Test
  void givesBackWhatWasKept() throws IOException {
    keep("A.java", origins);
    assertThat(Files.readAllLines(file)).as("a run of lines is one line").hasSize(6);
    assertThat(kept("A.java")).contains(origins);
    assertThat(kept("B.java")).isEmpty();
    assertThat(BlameStore.in(file, history).origins("A.java", "cd".repeat(20))).isEmpty();
  }

  @Test
  void forgetsWhatNobodyAskedForAgain() throws IOException {
    keep("A.java", origins);
    keep("B.java", origins);
    assertThat(kept("A.java")).isEmpty();
    assertThat(kept("B.java")).contains(origins);
  }

  @Test
  void leavesTheFileWhereNothingWasAsked() throws IOException {
    keep("A.java", origins);
    BlameStore.in(file, history).write();
    assertThat(kept("A.java")).contains(origins);
    BlameStore.none().write();
  }

  @Test
  void keepsNothingThatIsNotCommittedAndNoNameThatWouldBreakALine() throws IOException {
    List<LineOrigin> mixed = new ArrayList<>(origins);
    mixed.add(LineOrigin.UNCOMMITTED);
    keep("A.java", mixed);
    assertThat(file).doesNotExist();
    keep("A\n.java", origins);
    assertThat(file).doesNotExist();
    keep("A B.java", origins);
    assertThat(kept("A B.java")).contains(origins);
  }

  @Test
  void knowsNothingOfAnotherHistory() throws IOException, ProvenanceException {
    keep("A.java", origins);
    Path elsewhere = temp.resolve("elsewhere");
    try (GitSandbox other = GitSandbox.in(elsewhere)) {
      other.lines("A.java", "x").commit("Another");
      try (GitHistory another = GitHistory.open(elsewhere).orElseThrow()) {
        assertThat(BlameStore.in(file, another).origins("A.java", BLOB)).isEmpty();
      }
    }
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("[0-9a-f]{40}", "cd".repeat(20)));
    assertThat(kept("A.java")).as("a commit that is not there").isEmpty();
  }

  @Test
  void takesNothingFromAFileThatIsNotAsWeWriteIt() throws IOException {
    keep("A.java", origins);
    String text = Files.readString(file);
    String run = "\n2\t" + origins.get(0).commit();
    assertThat(text).contains(run);
    List<String> broken =
        List.of(
            "",
            text.replace("zonegate-blame 1", "zonegate-blame 2"),
            text.replace(run, "\n0\t" + origins.get(0).commit()),
            text.replace(run, "\n-2\t" + origins.get(0).commit()),
            text.replace(run, "\n1000001\t" + origins.get(0).commit()),
            text.replace(run, "\n2\t" + origins.get(0).commit().toUpperCase(Locale.ROOT)),
            text.replace(run, "\n2"));
    for (String each : broken) {
      Files.writeString(file, each);
      assertThat(kept("A.java")).as(each).isNotEqualTo(Optional.of(origins));
      assertThat(kept("A.java").filter(lines -> lines.size() > 10)).isEmpty();
    }
    Files.writeString(file, text);
    assertThat(kept("A.java")).contains(origins);
  }

  private void keep(String path, List<LineOrigin> lines) throws IOException {
    BlameStore store = BlameStore.in(file, history);
    store.keep(path, BLOB, lines);
    store.write();
  }

  private Optional<List<LineOrigin>> kept(String path) {
    return BlameStore.in(file, history).origins(path, BLOB);
  }
}
