package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever opens a pull request writes commits, and whoever hands on a folder writes all of it:
 * either the question who wrote a line has an answer, or an error says why not.
 */
final class HostileGitTest {
  private static final ObjectId NOWHERE = ObjectId.fromString("12".repeat(20));
  private static final String NOTES = Attribution.NOTES;
  private static final String ANN = "Ann <ann@acme.example> 1790000100 +0000";

  @TempDir Path temp;

  private interface Harm {
    void to(BrokenGit git) throws IOException;
  }

  @TestFactory
  Stream<DynamicTest> notesSayNothingOrAreRefused() {
    return Stream.of(
        survives("100 MB", git -> git.note(NOTES, FileMode.REGULAR_FILE, git.lines(100 << 20))),
        survives("a folder", git -> git.note(NOTES, FileMode.TREE, git.tree(Map.of()))),
        survives("odd names", git -> git.notes(NOTES, oddNames(git))),
        survives("sixty folders deep", git -> git.notes(NOTES, deep(git))),
        survives("100,000 of nothing", git -> git.notes(NOTES, many(git))),
        survives("a name of no name", git -> git.write(NOTES, "ref: refs/notes/none\n")),
        survives("a name of itself", git -> git.write(NOTES, "ref: " + NOTES + "\n")),
        survives("no name", git -> git.write(NOTES, "nonsense\n")),
        survives("a folder of names", git -> Files.createDirectories(git.file(NOTES + "/x"))),
        refuses("gone", git -> git.note(NOTES, FileMode.REGULAR_FILE, NOWHERE), "Missing"),
        refuses("all gone", git -> git.point(NOTES, NOWHERE), "Missing"),
        refuses("no commit", git -> git.point(NOTES, git.blob("x")), "is not a commit"));
  }

  private static ObjectId oddNames(BrokenGit git) throws IOException {
    Map<String, ObjectId> names = new TreeMap<>();
    for (String each :
        List.of("zz", "..", "a/b", "\u202e", "0".repeat(39), "0".repeat(41), "G".repeat(40))) {
      names.put(each, git.blob(GitAiNoteTest.NOTE));
    }
    return git.tree(names);
  }

  private static ObjectId deep(BrokenGit git) throws IOException {
    ObjectId tree = git.tree(Map.of("zz", git.blob("x")));
    for (int i = 0; i < 60; i++) {
      TreeFormatter folder = new TreeFormatter();
      folder.append("ab", FileMode.TREE, tree);
      tree = git.insert(folder);
    }
    return tree;
  }

  private static ObjectId many(BrokenGit git) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    ObjectId text = git.blob("x");
    for (int i = 0; i < 100_000; i++) {
      tree.append(String.format("%040x", i), FileMode.REGULAR_FILE, text);
    }
    return git.insert(tree);
  }

  @TestFactory
  Stream<DynamicTest> namesOfCommitsAreReadOrRefused() {
    return Stream.of(
        survives("100,000 of them", git -> git.write("packed-refs", manyNames())),
        survives(
            "odd ones",
            git ->
                git.write(
                    "packed-refs",
                    Stream.of(
                            "../../etc/passwd", "refs/a\u202eb\u0007", "refs/" + "a/".repeat(3000))
                        .map(each -> "12".repeat(20) + " " + each + "\n")
                        .reduce("", String::concat))),
        refuses("a line of 20 MB", git -> git.write("packed-refs", "x".repeat(20 << 20)), "packed"),
        refuses("what belongs to none", git -> git.write("packed-refs", "^" + NOWHERE.name()), ""),
        refuses("HEAD of no commit", git -> git.write("HEAD", NOWHERE.name()), "Missing"),
        refuses("a broken end of history", git -> git.write("shallow", "x\n"), "Shallow file"));
  }

  private static String manyNames() {
    StringBuilder names = new StringBuilder("# pack-refs with: peeled fully-peeled sorted\n");
    for (int i = 100_000; i < 200_000; i++) {
      names.append("12".repeat(20)).append(" refs/tags/v").append(i).append('\n');
    }
    return names.toString();
  }

  @TestFactory
  Stream<DynamicTest> commitsAreReadOrRefused() {
    return Stream.of(
        survives("a message of 30 MB", git -> git.next(ANN, "word ".repeat(6 << 20))),
        survives("100,000 trailers", git -> git.next(ANN, "m\n\n" + "A: b\n".repeat(100_000))),
        survives("a message in no encoding", git -> git.next(ANN + "\nencoding x-none", "m")),
        survives("nobody", git -> git.next("", "m")),
        survives("brackets", git -> git.next("<<>> > < x -1 +99999999", "m")),
        survives("a date past all", git -> git.next("A <a@b.c> 99999999999999999999 +0", "m")),
        survives("a name of 2 MB", git -> git.next("A".repeat(2 << 20) + " <a@b.c> 1 +0", "m")),
        refuses("nothing", git -> git.point("refs/heads/main", git.commit("")), "Invalid id"),
        refuses(
            "no files",
            git -> git.point("refs/heads/main", git.commit("tree " + NOWHERE.name() + "\n\nm")),
            "Missing"));
  }

  @TestFactory
  Stream<DynamicTest> objectsAreReadOrRefused() {
    String file = "HEAD:A.java";
    return Stream.of(
        refuses("half a file", git -> halve(git.path(file)), "end of ZLIB"),
        refuses("a file of nonsense", git -> Files.write(git.path(file), new byte[9]), "corrupt"),
        refuses("more than it says", git -> git.replace(file, "blob 10\0", 200 << 20), "fsck"),
        refuses("less than it says", git -> git.replace(file, "blob 8000000\0", 10), "Short"),
        refuses("folders of 2 GB", git -> git.replace("HEAD^{tree}", big("tree"), 10), "too large"),
        refuses("a commit of 2 GB", git -> git.replace("HEAD", big("commit"), 10), "exceeds"),
        refuses("folders of nonsense", git -> git.replace("HEAD^{tree}", "tree 99\0", 99), "fsck"),
        survives("a pack of nonsense", git -> git.write("objects/pack/pack-1.pack", "PACK")),
        survives("an earlier file of 4 MB", git -> git.after(early(git, 4 << 20)), "ai 1-3"));
  }

  @Test
  void keepsNoMoreOfAMessageThanIsRead() throws Exception {
    try (GitSandbox git = harmed(temp, broken -> broken.next(ANN, "word ".repeat(1 << 20)));
        Provenance provenance = git.open("")) {
      CommitFacts facts = provenance.history().facts(git.head());
      assertThat(facts.message()).startsWith("word word").hasSizeLessThan(300_000);
      assertThat(facts.author()).isEqualTo(new Person("Ann", "ann@acme.example"));
      try (RevWalk walk = new RevWalk(git.repository())) {
        RevCommit commit = walk.parseCommit(ObjectId.fromString(git.head()));
        GitHistory.factsOf(walk, commit);
        assertThat(commit.getRawBuffer()).as("the whole of it").isNull();
      }
    }
  }

  private static String big(String type) {
    return type + " 2000000000\0";
  }

  private static ObjectId early(BrokenGit git, int size) throws IOException {
    return git.tree(Map.of("A.java", git.lines(size)));
  }

  private static void halve(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
  }

  @TestFactory
  @EnabledOnOs(OS.LINUX)
  Stream<DynamicTest> linksLeadNowhere() {
    String other = "objects/info/alternates";
    return Stream.of(
        refuses("settings without end", git -> git.endless("config"), "config is no file"),
        refuses("names without end", git -> git.endless("packed-refs"), "packed-refs is no file"),
        refuses("history without end", git -> git.endless("shallow"), "shallow is no file"),
        refuses("places without end", git -> git.endless(other), "alternates is no file"),
        refuses("settings of 5 MB", git -> git.append("config", "#".repeat(5 << 20)), "4 MiB"),
        refuses("settings of themselves", git -> include(git, "config"), "config"),
        refuses(
            "settings of another git",
            git -> git.append("config", "[core]\n\trepositoryformatversion = 99\n"),
            "Unknown repository format"),
        survives("places that are none", git -> git.write(other, "/dev/zero\n/proc/self/mem\n")),
        survives("places of each other", git -> git.write(other, "../objects\n.\n../../.git\n")));
  }

  private static void include(BrokenGit git, String path) throws IOException {
    git.append("config", "[include]\n\tpath = " + path + "\n");
  }

  @TestFactory
  @EnabledOnOs(OS.LINUX)
  Stream<DynamicTest> aFileInPlaceOfTheFolderEndsTheSearch() {
    return Stream.of(
            "gitdir: .git\n",
            "gitdir: /dev/zero\n",
            "gitdir: ../../../../../../../../etc\n",
            "gitdir: " + "x".repeat(5 << 20),
            "",
            "nonsense")
        .map(
            text ->
                DynamicTest.dynamicTest(
                    "`" + text.substring(0, Math.min(20, text.length())) + "`",
                    () -> {
                      Path folder = Files.createTempDirectory(temp, "r");
                      Files.writeString(folder.resolve(".git"), text);
                      assertThat(ends(folder)).isEqualTo("no repository");
                    }));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLinkedFolderIsReadWithWhatItShares() throws Exception {
    Path repository = Files.createDirectories(temp.resolve("r"));
    Path linked = Files.createDirectories(temp.resolve("linked"));
    try (GitSandbox sandbox = harmed(repository, git -> {})) {
      BrokenGit git = new BrokenGit(sandbox);
      git.write("worktrees/w/HEAD", "ref: refs/heads/main\n");
      git.write("worktrees/w/commondir", "../..\n");
      git.write("worktrees/w/gitdir", linked.resolve(".git") + "\n");
      Files.writeString(linked.resolve(".git"), "gitdir: " + git.file("worktrees/w") + "\n");
      Files.copy(repository.resolve("A.java"), linked.resolve("A.java"));
      assertThat(ends(linked)).isEqualTo("unknown 1, ai 2, unknown 3");
      git.endless("packed-refs");
      assertThat(ends(linked)).contains("packed-refs is no file");
    }
  }

  @Test
  void aFileThatIsNoPathIsRefused() throws IOException {
    Files.writeString(temp.resolve(".git"), "gitdir: a\0b\n");
    assertThat(ends(temp)).startsWith("cannot read the git repository of ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aLinkInPlaceOfTheFolderEndsTheSearch() throws IOException {
    Files.createSymbolicLink(temp.resolve(".git"), Path.of(".git"));
    assertThat(ends(temp)).isEqualTo("no repository");
    Files.delete(temp.resolve(".git"));
    Files.createSymbolicLink(temp.resolve(".git"), Path.of("/dev/zero"));
    assertThat(ends(temp)).isEqualTo("no repository");
  }

  /** Each of them names a program that git, or what reads its settings, runs. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsRun() throws Exception {
    Path mark = temp.resolve("was-run");
    String run = "touch " + mark;
    Path repository = Files.createDirectories(temp.resolve("r"));
    try (GitSandbox sandbox = harmed(repository, git -> {})) {
      BrokenGit git = new BrokenGit(sandbox);
      Path program = Files.writeString(repository.resolve("program"), "#!/bin/sh\n" + run + "\n");
      program.toFile().setExecutable(true);
      for (String hook : List.of("post-checkout", "post-index-change", "pre-auto-gc", "update")) {
        git.write("hooks/" + hook, "#!/bin/sh\n" + run + "\n");
        git.file("hooks/" + hook).toFile().setExecutable(true);
      }
      git.append("config", hostileSettings(program.toString()));
      git.write("info/attributes", "*.java filter=x diff=x merge=x text ident\n");
      sandbox.write(".gitattributes", "*.java filter=x diff=x merge=x working-tree-encoding=x\n");
      // not there, so that a filter or a partial clone would have to bring it
      Files.delete(git.path("HEAD~1:A.java"));
    }
    assertThat(ends(repository)).contains("Missing");
    assertThat(mark).doesNotExist();
    assertThat(new ProcessBuilder(repository.resolve("program").toString()).start().waitFor())
        .isZero();
    assertThat(mark).as("the program leaves its mark if it is run").exists();
  }

  private static String hostileSettings(String program) {
    return """
        [core]
        	repositoryformatversion = 1
        	fsmonitor = PROGRAM
        	hooksPath = hooks
        	sshCommand = PROGRAM
        	gitProxy = PROGRAM
        	askPass = PROGRAM
        	pager = PROGRAM
        	editor = PROGRAM
        	alternateRefsCommand = PROGRAM
        	autocrlf = true
        [extensions]
        	partialClone = origin
        [remote "origin"]
        	url = ext::PROGRAM
        	promisor = true
        	uploadpack = PROGRAM
        [credential]
        	helper = !PROGRAM
        [filter "x"]
        	clean = PROGRAM
        	smudge = PROGRAM
        	process = PROGRAM
        	required = true
        [diff]
        	external = PROGRAM
        [diff "x"]
        	textconv = PROGRAM
        	command = PROGRAM
        [merge "x"]
        	driver = PROGRAM
        [gpg]
        	program = PROGRAM
        [log]
        	showSignature = true
        """
        .replace("PROGRAM", program);
  }

  @Test
  void whoWritesADateThatThereIsNoneStillReviewsNothingOfTheirOwn() throws Exception {
    List<String> authors =
        List.of(
            "Ann <ann@acme.example> 99999999999999999999 +0000",
            "Ann <ann@acme.example> -99999999999999999999 +99999999",
            "Ann 1790000100 +0000");
    for (String author : authors) {
      Path folder = Files.createTempDirectory(temp, "r");
      String message = "m\n\nReviewed-by: Ann\nReviewed-by: Bob <bob@acme.example>\n";
      try (GitSandbox git = harmed(folder, broken -> broken.next(author, message));
          Provenance provenance = git.open("HEAD~1")) {
        assertThat(Reviews.of(provenance, folder.resolve("none")).of(git.head()))
            .as(author)
            .extracting(each -> each.reviewer().name())
            .containsExactly("Bob");
      }
    }
  }

  @Test
  void notesOfReviewsThatLeadNowhereApproveNothing() throws Exception {
    try (GitSandbox git =
            harmed(temp, broken -> broken.write(Reviews.GERRIT, "ref: refs/notes/none\n"));
        Provenance provenance = git.open("HEAD~1")) {
      assertThat(Reviews.of(provenance, temp.resolve("none")).of(git.head())).isEmpty();
      git.write(".git/" + Attribution.NOTES, "ref: refs/notes/none\n");
      assertThat(provenance.missingNotes()).isPresent();
    }
  }

  private DynamicTest survives(String name, Harm harm) {
    return survives(name, harm, "unknown 1, ai 2, unknown 3");
  }

  private DynamicTest survives(String name, Harm harm, String who) {
    return DynamicTest.dynamicTest(name, () -> assertThat(answer(harm)).isEqualTo(who));
  }

  private DynamicTest refuses(String name, Harm harm, String why) {
    return DynamicTest.dynamicTest(
        name,
        () ->
            assertThat(answer(harm))
                .matches("(?s)(cannot read the git repository|the git repository|/.*is no file).*")
                .contains(why)
                .hasSizeLessThan(600));
  }

  private String answer(Harm harm) throws IOException {
    Path folder = Files.createTempDirectory(temp, "r");
    harmed(folder, harm).close();
    return ends(folder);
  }

  /** Two commits, the second a machine's, and what was done to them. */
  private static GitSandbox harmed(Path folder, Harm harm) throws IOException {
    GitSandbox git = GitSandbox.in(folder);
    git.lines("A.java", "a", "b", "c").commit("One");
    git.lines("A.java", "a", "B", "c").commit("Two" + GitSandbox.CLAUDE);
    harm.to(new BrokenGit(git));
    return git;
  }

  /** Who wrote the file, or what is said instead. */
  private static String ends(Path folder) {
    SourceMarkers none = new SourceMarkers(List.of());
    return assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          try (Provenance provenance =
              Provenance.open(folder, "", none, Provenance.Memory.none()).orElse(null)) {
            return provenance == null ? "no repository" : GitSandbox.text(provenance.of("A.java"));
          } catch (ProvenanceException e) {
            return e.getMessage();
          }
        });
  }
}
