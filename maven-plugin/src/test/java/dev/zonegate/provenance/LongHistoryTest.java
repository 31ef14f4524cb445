package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of 10,000 commits in 50 files, of which every hundredth commit names a machine. */
final class LongHistoryTest {
  private static final int COMMITS = 10_000;
  private static final int FILES = 50;

  @TempDir Path temp;

  @Test
  void findsTheMachinesLinesInTimeAndTheNextBuildSooner() throws IOException, ProvenanceException {
    try (GitSandbox git = GitSandbox.in(temp.resolve("repo"))) {
      build(git);
      Path kept = temp.resolve("blame.txt");
      Provenance.Memory first = new Provenance.Memory(kept, new ConcurrentHashMap<>());
      assertThat(seconds(() -> machineLines(git, "", first, COMMITS / 100))).isLessThan(30);
      assertThat(first.suspects().values()).containsExactly(Set.of(path(0)));
      Provenance.Memory next = new Provenance.Memory(kept, first.suspects());
      assertThat(seconds(() -> machineLines(git, "", next, COMMITS / 100))).isLessThan(5);
      Provenance.Memory none = Provenance.Memory.none();
      assertThat(seconds(() -> machineLines(git, "HEAD~100", none, 1))).isLessThan(10);
    }
  }

  private interface Work {
    void run() throws ProvenanceException;
  }

  /** Of this thread alone, since machines are busy. */
  private static long seconds(Work work) throws ProvenanceException {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return TimeUnit.NANOSECONDS.toSeconds(after - before);
  }

  private static void machineLines(
      GitSandbox git, String base, Provenance.Memory memory, int expected)
      throws ProvenanceException {
    int lines = 0;
    SourceMarkers none = new SourceMarkers(List.of());
    try (Provenance provenance = Provenance.open(git.folder(), base, none, memory).orElseThrow()) {
      for (int i = 0; i < FILES; i++) {
        lines += provenance.of(path(i)).lines().getOrDefault(Authorship.AI, 0);
      }
    }
    assertThat(lines).isEqualTo(expected);
  }

  private static String path(int file) {
    return "F%02d.java".formatted(file);
  }

  /** Each commit adds a line to one file. */
  private static void build(GitSandbox git) throws IOException {
    TreeMap<String, ObjectId> tree = new TreeMap<>();
    TreeMap<String, String> texts = new TreeMap<>();
    ObjectId parent = null;
    ObjectDirectory objects = (ObjectDirectory) git.repository().getObjectDatabase();
    try (ObjectInserter inserter = objects.newPackInserter()) {
      for (int i = 0; i < COMMITS; i++) {
        String path = path(i * 7 % FILES);
        String text = texts.getOrDefault(path, "") + "line " + i + "\n";
        texts.put(path, text);
        tree.put(path, inserter.insert(Constants.OBJ_BLOB, GitSandbox.bytes(text)));
        TreeFormatter formatter = new TreeFormatter();
        tree.forEach((name, id) -> formatter.append(name, FileMode.REGULAR_FILE, id));
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(inserter.insert(formatter));
        commit.setAuthor(git.ident("Ann", "ann@acme.example"));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage("Change " + i + (i % 100 == 50 ? GitSandbox.CLAUDE : ""));
        if (parent != null) {
          commit.setParentId(parent);
        }
        parent = inserter.insert(commit);
      }
      inserter.flush();
    }
    git.point("refs/heads/main", parent.name());
    texts.forEach(git::write);
  }
}
