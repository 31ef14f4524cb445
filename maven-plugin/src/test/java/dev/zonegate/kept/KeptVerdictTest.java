package dev.zonegate.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.kept.KeptVerdict.Said;
import dev.zonegate.report.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptVerdictTest {
  private static final Said SAID =
      new Said(
          List.of(Line.warning("a line"), Line.info("übrig")),
          Set.of("all"),
          true,
          List.of("shop"));

  @TempDir Path folder;
  private Path source;
  private Path report;

  @BeforeEach
  void makesFiles() throws IOException {
    source = write("src/a/Invoice.java", "class Invoice {}");
    report = write("target/report.json", "{}");
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    KeptVerdict verdict = verdict(everything());
    Path file = folder.resolve(KeptFile.NAME);
    KeptFile.write(verdict, file);
    assertThat(KeptFile.read(file)).contains(verdict);
    assertThat(verdict.said()).isEqualTo(SAID);
    assertThat(verdict.holds("key")).isTrue();
    assertThat(verdict.holds("another")).isFalse();
  }

  @Test
  void isNotTakenFromADamagedFile() throws IOException {
    Path file = folder.resolve(KeptFile.NAME);
    assertThat(KeptFile.read(file)).isEmpty();
    KeptFile.write(verdict(everything()), file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 3, 20, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(KeptFile.read(file)).isEmpty();
    }
    for (int at = 0; at < whole.length; at += 7) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 1;
      Files.write(file, wrong);
      assertThat(KeptFile.read(file)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void aChangeWithinTheSameMomentShows() throws IOException {
    KeptVerdict verdict = verdict(everything());
    FileTime time = Files.getLastModifiedTime(source);
    Files.writeString(source, "class Account {}");
    Files.setLastModifiedTime(source, time);
    assertThat(verdict.holds("key")).isFalse();
  }

  @Test
  void aChangeThatHidesItsSizeAndTimeShows() throws IOException, InterruptedException {
    FileTime old = FileTime.fromMillis(1_700_000_000_000L);
    Files.setLastModifiedTime(source, old);
    Thread.sleep(2_100);
    KeptVerdict verdict = verdict(everything());
    assertThat(verdict.inputs()).anyMatch(each -> each.content() == null);
    Files.writeString(source, "class Account {}");
    Files.setLastModifiedTime(source, old);
    assertThat(verdict.holds("key")).isFalse();
  }

  @Test
  void whatIsTouchedAndNotChangedHolds() throws IOException {
    KeptVerdict verdict = verdict(everything());
    Files.setLastModifiedTime(source, FileTime.fromMillis(1_700_000_000_000L));
    assertThat(verdict.holds("key")).isTrue();
  }

  @Test
  void whatComesGoesOrMovesShows() throws IOException {
    KeptVerdict verdict = verdict(everything());
    Path added = write("src/a/b/Order.java", "class Order {}");
    assertThat(verdict.holds("key")).isFalse();

    verdict = verdict(everything());
    Files.delete(added);
    assertThat(verdict.holds("key")).isFalse();

    verdict = verdict(everything());
    Files.move(source, source.resolveSibling("Bill.java"));
    assertThat(verdict.holds("key")).isFalse();

    verdict = verdict(everything());
    write("zonegate.yml", "version: 1");
    assertThat(verdict.holds("key")).as("a file that was missing").isFalse();
  }

  /** Longer and other runs: {@code -Dzonegate.edits=2000 -Dzonegate.seed=7}. */
  @Test
  void noEditOfManyIsMissed() throws IOException {
    Random random = new Random(Long.getLong("zonegate.seed", 1));
    int edits = Integer.getInteger("zonegate.edits", 200);
    for (int i = 0; i < edits; i++) {
      Map<String, String> before = sources();
      KeptVerdict verdict = verdict(everything());
      edit(
          folder.resolve("src/p" + random.nextInt(3) + "/T" + random.nextInt(4) + ".java"), random);
      boolean isSame = sources().equals(before);
      assertThat(isSame || !verdict.holds("key")).as("edit %d", i).isTrue();
    }
  }

  /** Often leaves size and time of a file as they were. */
  private static void edit(Path file, Random random) throws IOException {
    Files.createDirectories(file.getParent());
    boolean isThere = Files.exists(file);
    FileTime time = isThere ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    switch (random.nextInt(4)) {
      case 0 -> Files.deleteIfExists(file);
      case 1 -> Files.writeString(file, "class T { int a = " + random.nextInt(10) + "; }");
      case 2 -> {
        Path draft = file.resolveSibling("draft");
        Files.writeString(draft, "class T { int b = " + random.nextInt(10) + "; }");
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      }
      default -> Files.writeString(file, "class T {}".repeat(random.nextInt(3)));
    }
    if (isThere && Files.exists(file) && random.nextBoolean()) {
      Files.setLastModifiedTime(file, time);
    }
  }

  private Map<String, String> sources() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        texts.put(each.toString(), Files.readString(each));
      }
    }
    return texts;
  }

  @Test
  void aReportThatIsGoneOrEditedIsWrittenAgain() throws IOException {
    KeptVerdict verdict = verdict(everything());
    Files.writeString(report, "{ }");
    assertThat(verdict.holds("key")).isFalse();
    assertThat(verdict.rewritten().holds("key")).isTrue();
    Files.delete(report);
    assertThat(verdict.rewritten().inputs()).isEqualTo(verdict.inputs());
    assertThat(verdict.holds("key")).isFalse();
  }

  @Test
  void whereverANameOfGitPointsCounts() throws IOException, GitAPIException {
    assertChanges(() -> Git.init().setDirectory(folder.toFile()).call().close());
    try (Git git = Git.open(folder.toFile())) {
      assertChanges(() -> commit(git, "one"));
      assertChanges(() -> commit(git, "two"));
      assertChanges(
          () -> git.notesAdd().setNotesRef("refs/notes/ai").setObjectId(head(git)).call());
      assertChanges(() -> git.branchCreate().setName("origin-main").call());
      assertChanges(() -> git.packRefs().setAll(true).call());
      assertChanges(() -> git.checkout().setName("origin-main").call());
      assertChanges(() -> commit(git, "three"));
      assertChanges(() -> write(".git/shallow", "0".repeat(40)));
      assertChanges(() -> write(".github/CODEOWNERS", "* @acme"));
      assertChanges(() -> write(".agent-trace/traces.jsonl", "{}"));
      assertChanges(() -> write(".git/release", head(git).name()));
    }
  }

  @Test
  void theRepositoryOfALinkedWorkTreeCounts() throws IOException, GitAPIException {
    Path main = Files.createDirectories(folder.resolve("main"));
    try (Git git = Git.init().setDirectory(main.toFile()).call()) {
      commit(git, "one");
      write("main/.git/worktrees/side/HEAD", "ref: refs/heads/side");
      write("main/.git/worktrees/side/commondir", "../..");
      write("side/.git", "gitdir: " + main.resolve(".git/worktrees/side"));
      folder = folder.resolve("side");
      report = write("report", "");
      assertChanges(() -> git.branchCreate().setName("side").call());
      assertChanges(() -> write("../main/.git/worktrees/side/HEAD", "ref: refs/heads/master"));
      assertChanges(() -> commit(git, "two"));
    }
  }

  /** Something that changes files. */
  private interface Edit {
    void make() throws IOException, GitAPIException;
  }

  private void assertChanges(Edit edit) throws IOException, GitAPIException {
    KeptVerdict verdict = verdict(everything());
    assertThat(verdict.holds("key")).isTrue();
    edit.make();
    assertThat(verdict.holds("key")).isFalse();
  }

  private static void commit(Git git, String message) throws GitAPIException {
    git.commit().setMessage(message).setAuthor("Ann", "ann@acme.example").setSign(false).call();
  }

  private static RevCommit head(Git git) throws IOException, GitAPIException {
    return git.log().setMaxCount(1).call().iterator().next();
  }

  private Watch everything() throws IOException {
    Watch watch = new Watch();
    watch.add(folder.resolve("zonegate.yml"));
    watch.addTree(folder.resolve("src"), name -> name.endsWith(".java"));
    watch.addGit(folder);
    watch.addRevision(folder, "release");
    return watch;
  }

  private KeptVerdict verdict(Watch watch) throws IOException {
    return KeptVerdict.of("key", List.of("a.jar"), true, SAID, watch, List.of(report));
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
