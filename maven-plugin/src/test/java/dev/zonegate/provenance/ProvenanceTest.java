package dev.zonegate.provenance;

import static dev.zonegate.provenance.GitSandbox.CLAUDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProvenanceTest {
  private static final String END =
      "---\n{\"schema_version\":\"authorship/3.0.0\",\"humans\":{\"h_1\":{\"author\":\"Ann\"}},"
          + "\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":\"claude\"}}}}";

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void init() {
    git = GitSandbox.in(temp.resolve("repo"));
  }

  @AfterEach
  void close() {
    git.close();
  }

  @Test
  void blamesEachLineOnItsCommitAndNoMarkNeverMeansHuman() throws ProvenanceException {
    git.lines("A.java", "one", "two").commit("Add A");
    git.lines("A.java", "one", "new", "two").commit("Extend A" + CLAUDE);
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2, unknown 3");
  }

  @Test
  void needsNoBlameWhereNoCommitOfAFileSaysAnything() throws ProvenanceException {
    git.lines("A.java", "one").commit("Add A");
    git.lines("B.java", "two").commit("Add B" + CLAUDE);
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.of("A.java").stretches())
          .singleElement()
          .returns("", FileProvenance.Stretch::commit)
          .returns(
              "no commit of this file says who wrote it", each -> each.claim().evidence().text());
    }
    assertThat(git.who("", "B.java")).isEqualTo("ai 1");
  }

  @Test
  void followsAMachinesLinesThroughRenamesOfTheFile() throws ProvenanceException {
    git.lines("A.java", "one", "two", "three", "four").commit("Add A" + CLAUDE);
    call(() -> Files.delete(git.folder().resolve("A.java")));
    git.lines("deep/B.java", "one", "two", "three", "four").lines("X.java", "x").commit("Move");
    call(() -> Files.delete(git.folder().resolve("deep/B.java")));
    git.lines("C.java", "one", "two", "three", "four").commit("Move again");
    assertThat(git.who("", "C.java")).isEqualTo("ai 1-4");
    assertThat(git.who("", "X.java")).isEqualTo("unknown 1");
  }

  @Test
  void doesNotKnowWhoWroteWhatIsNotCommitted() throws ProvenanceException {
    git.lines("A.java", "one", "two").commit("Add A" + CLAUDE);
    git.lines("A.java", "one", "mine", "two").lines("B.java", "b");
    assertThat(git.who("", "A.java")).isEqualTo("ai 1, unknown 2, ai 3");
    assertThat(git.who("", "B.java")).isEqualTo("unknown 1");
  }

  @Test
  void believesANoteMoreThanTheCommit() throws ProvenanceException {
    git.lines("A.java", "one", "two", "three");
    String commit = git.commit("Add A" + CLAUDE);
    git.note(Attribution.NOTES, commit, "A.java\n  h_1 2\n" + END);
    git.lines("A.java", "zero", "one", "two", "three").commit("Shift A");
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2, human 3, ai 4");
  }

  @Test
  void readsNotesOfThatFormatThatAnotherToolKeeps() throws ProvenanceException {
    String commit = git.lines("A.java", "one", "two").commit("Add A");
    git.note("refs/notes/exceeds-ink", commit, "A.java\n  s_1 2\n" + END);
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2");
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.missingNotes()).isEmpty();
    }
    git.note(Attribution.NOTES, commit, "A.java\n  h_1 2\n" + END);
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, human 2");
  }

  @Test
  void readsATraceOfTheCommitOrItsParent() throws ProvenanceException {
    String parent = git.lines("A.java", "one").commit("Add A");
    git.lines("A.java", "one", "two", "three").commit("Extend A");
    git.write(
        AgentTraces.FILE,
        """
        {"version":"1.0","id":"x","vcs":{"type":"git","revision":"%s"},"tool":{"name":"claude-code"},"files":[{"path":"A.java","conversations":[{"contributor":{"type":"ai","model_id":"m"},"ranges":[{"start_line":2,"end_line":3},{"start_line":3,"end_line":3,"contributor":{"type":"human"}},{"start_line":1,"end_line":1}]}]}]}
        not json
        {"version":"9"}
        """
            .formatted(parent));
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2, human 3");
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.warnings())
          .containsExactly(
              ".agent-trace/traces.jsonl:2 is not JSON and is left out",
              ".agent-trace/traces.jsonl:3 has no known `version` and is left out");
    }
  }

  @Test
  void seesMarksInSourcesThatNobodyCommitted() throws ProvenanceException {
    git.lines("B.java", "class B {}").commit("Start");
    git.lines("A.java", "class A {", "  @AiAuthored", "  void a() {", "  }", "  int b;", "}");
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2-4, unknown 5-6");
  }

  @Test
  void looksOnlyAtWhatABranchAdds() throws ProvenanceException {
    git.lines("A.java", "old", "older").commit("Add A" + CLAUDE);
    git.branch("work").lines("A.java", "old", "by hand", "older").commit("Extend");
    git.lines("A.java", "old", "by hand", "older", "by machine").commit("More" + CLAUDE);
    git.lines("B.java", "b").commit("B" + CLAUDE);
    assertThat(git.who("main", "A.java")).isEqualTo("unknown 2, ai 4");
    assertThat(git.who("main", "B.java")).isEqualTo("ai 1");
    try (Provenance provenance = git.open("main")) {
      assertThat(provenance.linesOfChange())
          .containsEntry(Authorship.AI, 2)
          .containsEntry(Authorship.UNKNOWN, 1);
    }
  }

  @Test
  void doesNotCountWhatCameFromTheBaseByMerge() throws ProvenanceException {
    git.lines("A.java", "a").lines("B.java", "b").commit("Start");
    git.branch("work").lines("A.java", "a", "mine").commit("Mine");
    git.checkout("main").lines("B.java", "b", "machine").commit("Theirs" + CLAUDE);
    git.checkout("work").merge("main", false);
    assertThat(git.who("main", "A.java")).isEqualTo("unknown 2");
    assertThat(git.who("main", "B.java")).isEmpty();
    assertThat(git.who("", "B.java")).isEqualTo("unknown 1, ai 2");
  }

  @Test
  void looksThroughAMergeToTheCommitsThatItJoins() throws ProvenanceException {
    git.lines("A.java", "a").commit("Start");
    git.branch("work").lines("A.java", "a", "machine").commit("Work" + CLAUDE);
    git.checkout("main").lines("B.java", "b").commit("Other");
    git.merge("work", false);
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, ai 2");
  }

  @Test
  void cannotTellTheLinesOfASquashApart() throws ProvenanceException {
    git.lines("A.java", "a").commit("Start");
    git.branch("work").lines("A.java", "a", "b", "c").commit("Work");
    git.checkout("main").merge("work", true);
    git.commit("Squash (#1)\n\n* one\n\nCo-authored-by: Claude <noreply@anthropic.com>\n\n* two\n");
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1, mixed 2-3");
  }

  @Test
  void followsRenames() throws ProvenanceException {
    String commit = git.lines("old/A.java", "one", "two", "three", "four").commit("Add");
    git.note(Attribution.NOTES, commit, "old/A.java\n  s_1::t_1 3\n" + END);
    call(() -> Files.delete(git.folder().resolve("old/A.java")));
    git.lines("new/B.java", "one", "two", "three", "four", "five").commit("Move");
    assertThat(git.who("", "new/B.java")).isEqualTo("unknown 1-2, ai 3, unknown 4-5");
  }

  @Test
  void losesTheNoteOfACommitThatWasAmended() throws ProvenanceException {
    String commit = git.lines("A.java", "one").commit("Add");
    git.note(Attribution.NOTES, commit, "A.java\n  s_1::t_1 1\n" + END);
    assertThat(git.who("", "A.java")).isEqualTo("ai 1");
    git.amend("Add, said better");
    assertThat(git.who("", "A.java")).isEqualTo("unknown 1");
  }

  @Test
  void doesNotMindHowLinesEnd() throws ProvenanceException {
    git.write("A.java", "one\r\ntwo\r\n").commit("Add" + CLAUDE);
    git.write("B.java", "one\ntwo\n").commit("Add" + CLAUDE);
    git.write("A.java", "one\ntwo\nthree\n").write("B.java", "one\r\ntwo\r\nthree");
    assertThat(git.who("", "A.java")).isEqualTo("ai 1-2, unknown 3");
    assertThat(git.who("", "B.java")).isEqualTo("ai 1-2, unknown 3");
  }

  @Test
  void readsNotesThatFanOut() throws ProvenanceException, IOException {
    String commit = git.lines("A.java", "one").commit("Add");
    try (ObjectInserter inserter = git.repository().newObjectInserter();
        RevWalk walk = new RevWalk(git.repository())) {
      NoteMap notes = NoteMap.newEmptyMap();
      for (int i = 0; i < 600; i++) {
        notes.set(
            ObjectId.fromString("%040x".formatted(i * 7919L * 65536L * 65536L)), "x", inserter);
      }
      notes.set(ObjectId.fromString(commit), "A.java\n  s_1::t_1 1\n" + END, inserter);
      for (int i = 0; i < 600; i++) {
        String id = "%02x".formatted(i % 256) + "%038x".formatted(i);
        notes.set(ObjectId.fromString(id), "x", inserter);
      }
      CommitBuilder builder = new CommitBuilder();
      builder.setTreeId(notes.writeTree(inserter));
      builder.setAuthor(git.ident("Ann", "ann@acme.example"));
      builder.setCommitter(builder.getAuthor());
      ObjectId id = inserter.insert(builder);
      inserter.flush();
      git.point(Attribution.NOTES, id.name());
      RevCommit written = walk.parseCommit(id);
      assertThat(
              org.eclipse.jgit.treewalk.TreeWalk.forPath(
                  git.repository(), commit.substring(0, 2), written.getTree()))
          .as("a folder of notes")
          .isNotNull();
    }
    assertThat(git.who("", "A.java")).isEqualTo("ai 1");
  }

  @Test
  void saysWhichNoteCannotBeReadAndGoesOn() throws ProvenanceException {
    String commit = git.lines("A.java", "one").commit("Add" + CLAUDE);
    git.note(Attribution.NOTES, commit, "A.java\n  s_1 1-99999999999999\n" + END);
    try (Provenance provenance = git.open("")) {
      assertThat(GitSandbox.text(provenance.of("A.java"))).isEqualTo("ai 1");
      assertThat(provenance.warnings())
          .containsExactly(
              "refs/notes/ai of "
                  + commit.substring(0, 10)
                  + " has a range whose end is no number of a line; it is left out");
    }
  }

  @Test
  void namesSomeOfTheNotesThatCannotBeReadAndCountsTheOthers() throws ProvenanceException {
    for (int i = 0; i < 7; i++) {
      String commit = git.lines("A" + i + ".java", "one").commit("Add " + i);
      git.note(Attribution.NOTES, commit, "none");
    }
    try (Provenance provenance = git.open("")) {
      for (int i = 0; i < 7; i++) {
        provenance.of("A" + i + ".java");
      }
      assertThat(provenance.warnings()).hasSize(6).endsWith("2 more records cannot be read");
    }
  }

  @Test
  void saysThatTheRepositoryIsBroken() throws IOException {
    git.lines("A.java", "one").commit("Add");
    call(() -> Files.createDirectories(git.folder().resolve(".git/refs/notes")));
    String blob;
    try (ObjectInserter inserter = git.repository().newObjectInserter()) {
      blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {1}).name();
      inserter.flush();
    }
    Files.writeString(git.folder().resolve(".git/refs/notes/ai"), blob + "\n");
    assertThatThrownBy(() -> git.who("", "A.java"))
        .isInstanceOf(ProvenanceException.class)
        .hasMessageStartingWith("the git repository cannot be read: ")
        .hasMessageEndingWith("; try `git fsck`");
  }

  @Test
  void saysWhatItLeftOut() throws ProvenanceException {
    git.write("CODEOWNERS", "a/\n".repeat(10_001)).commit("Start");
    git.branch("work");
    for (int i = 0; i < 3; i++) {
      git.lines("src/A" + i + ".java", "one");
    }
    git.commit("Move in");
    try (Provenance provenance = git.open("main")) {
      assertThat(provenance.warnings()).isEmpty();
      assertThat(provenance.linesOfChange(2)).containsOnly(entry(Authorship.UNKNOWN, 2));
      assertThat(provenance.owners()).isPresent();
      assertThat(provenance.warnings())
          .hasSize(2)
          .anySatisfy(each -> assertThat(each).startsWith("CODEOWNERS is read in part"))
          .contains(
              "the change has more than 2 Java files: how much of it is machine-written is known"
                  + " of the first 2 by path; split it");
    }
  }

  @Test
  void saysHowToGetNotesThatAreNotHere() throws ProvenanceException {
    String commit = git.lines("A.java", "one").commit("Add");
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.missingNotes())
          .contains(
              "no notes of git-ai here (refs/notes/ai); git fetch origin '+refs/notes/*:refs/notes/*'");
    }
    git.note(Attribution.NOTES, commit, "A.java\n  s_1::t_1 1\n" + END);
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.missingNotes()).isEmpty();
    }
  }

  @Test
  void saysThatNotesAreThereAndEmpty() throws ProvenanceException {
    git.point(Attribution.NOTES, git.commit("Notes of nothing"));
    git.lines("A.java", "one").commit("Add");
    try (Provenance provenance = git.open("")) {
      assertThat(provenance.missingNotes())
          .contains(
              "the notes of git-ai here (refs/notes/ai) are of no commit; if it keeps them on a"
                  + " server, let it write them to git");
    }
  }

  @Test
  void worksOnADetachedHead() throws ProvenanceException {
    String first = git.lines("A.java", "one").commit("Add" + CLAUDE);
    git.lines("A.java", "two").commit("Other");
    git.checkout(first);
    assertThat(git.who("", "A.java")).isEqualTo("ai 1");
  }

  @Test
  void worksInALinkedWorktree() throws ProvenanceException, IOException {
    String first = git.lines("A.java", "one").commit("Add" + CLAUDE);
    git.lines("A.java", "two").commit("Other");
    Path linked = temp.resolve("linked");
    Path admin = git.folder().resolve(".git/worktrees/linked");
    Files.createDirectories(admin);
    Files.createDirectories(linked.resolve("sub"));
    Files.writeString(admin.resolve("HEAD"), first + "\n");
    Files.writeString(admin.resolve("commondir"), "../..\n");
    Files.writeString(admin.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.writeString(linked.resolve(".git"), "gitdir: " + admin + "\n");
    Files.writeString(linked.resolve("A.java"), "one\n");
    try (Provenance provenance =
        Provenance.open(linked, "", new SourceMarkers(List.of()), Provenance.Memory.none())
            .orElseThrow()) {
      assertThat(GitSandbox.text(provenance.of("A.java"))).isEqualTo("ai 1");
    }
  }

  @Test
  void trustsNoCommitWhereAShallowCloneEnds() throws ProvenanceException, IOException {
    git.lines("A.java", "one").commit("Add");
    String edge = git.lines("A.java", "one", "two").commit("Extend" + CLAUDE);
    git.lines("A.java", "one", "two", "three").commit("More" + CLAUDE);
    Files.writeString(git.folder().resolve(".git/shallow"), edge + "\n");
    try (Provenance provenance = git.open("")) {
      FileProvenance file = provenance.of("A.java");
      assertThat(GitSandbox.text(file)).isEqualTo("unknown 1-2, ai 3");
      assertThat(file.stretches().get(0).claim().evidence().text())
          .isEqualTo("the clone is shallow, and its history ends here");
      assertThat(provenance.warnings())
          .containsExactly(
              "the clone is shallow: who wrote older lines is unknown; fetch all: git fetch --unshallow origin");
    }
  }

  @Test
  void saysWhatToDoAboutABaseThatIsNotThere() {
    git.lines("A.java", "one").commit("Add");
    assertThatThrownBy(() -> git.open("origin/main"))
        .isInstanceOf(ProvenanceException.class)
        .hasMessage(
            "`origin/main` is no commit here; fetch it (`git fetch origin`), or name another such as origin/main");
    assertThatThrownBy(() -> git.open("a..b^{/x}")).isInstanceOf(ProvenanceException.class);
  }

  @Test
  void knowsNothingOutsideGitOrBeforeTheFirstCommit() throws ProvenanceException {
    assertThat(
            Provenance.open(
                git.folder(), "", new SourceMarkers(List.of()), Provenance.Memory.none()))
        .isEmpty();
    assertThat(Provenance.open(temp, "", new SourceMarkers(List.of()), Provenance.Memory.none()))
        .isEmpty();
  }

  @Test
  void keepsOriginsBetweenBuilds() throws ProvenanceException, IOException {
    Path kept = temp.resolve("target/blame.txt");
    git.lines("A.java", "one", "two", "three").commit("Add" + CLAUDE);
    assertThat(whoWith(kept)).isEqualTo("ai 1-3");
    String first = Files.readString(kept);
    assertThat(first).contains("A.java").doesNotContain(temp.toString());
    git.lines("A.java", "zero", "one", "two").commit("Change");
    assertThat(whoWith(kept)).isEqualTo("unknown 1, ai 2-3").isEqualTo(git.who("", "A.java"));
    Files.writeString(kept, first.replaceFirst("\n3\t", "\nmany\t"));
    assertThat(whoWith(kept)).isEqualTo("unknown 1, ai 2-3");
  }

  @Test
  void takesTheKeptOriginsForThoseOfTheirCommit() throws ProvenanceException, IOException {
    Path kept = temp.resolve("target/blame.txt");
    String first = git.lines("A.java", "one", "two").commit("Add");
    git.note(Attribution.NOTES, first, "A.java\n  s_1::t_1 2\n" + END);
    git.lines("A.java", "zero", "one", "two").commit("Shift");
    assertThat(whoWith(kept)).isEqualTo("unknown 1-2, ai 3");
    git.lines("A.java", "minus", "zero", "one", "two").commit("Shift again");
    assertThat(whoWith(kept)).isEqualTo("unknown 1-3, ai 4");
  }

  private String whoWith(Path kept) throws ProvenanceException {
    try (Provenance provenance =
        Provenance.open(git.folder(), "", new SourceMarkers(List.of()), memory(kept))
            .orElseThrow()) {
      return GitSandbox.text(provenance.of("A.java"));
    }
  }

  private static Provenance.Memory memory(Path kept) {
    return new Provenance.Memory(kept, new ConcurrentHashMap<>());
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void call(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
