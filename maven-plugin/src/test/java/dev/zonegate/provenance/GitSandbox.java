package dev.zonegate.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand.FastForwardMode;
import org.eclipse.jgit.api.MergeResult;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** A repository for a test, built with JGit; the clock counts commits. */
public final class GitSandbox implements AutoCloseable {
  public static final String CLAUDE =
      "\n\nCo-Authored-By: Claude Opus 4.8 <noreply@anthropic.com>\n";

  private final Path folder;
  private final Git git;
  private int clock;

  private GitSandbox(Path folder, Git git) {
    this.folder = folder;
    this.git = git;
  }

  public static GitSandbox in(Path folder) {
    GitSilence.keep();
    try {
      Git git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
      git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
      return new GitSandbox(folder, git);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  public Git git() {
    return git;
  }

  public Repository repository() {
    return git.getRepository();
  }

  public GitSandbox write(String path, String content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of numbered lines. */
  public GitSandbox lines(String path, String... lines) {
    return write(path, String.join("\n", lines) + "\n");
  }

  public String commit(String message) {
    return commit("Ann", "ann@acme.example", message);
  }

  public String commit(String name, String email, String message) {
    return call(
        () -> {
          git.add().addFilepattern(".").call();
          git.add().addFilepattern(".").setUpdate(true).call();
          PersonIdent ident = ident(name, email);
          return git.commit()
              .setMessage(message)
              .setAuthor(ident)
              .setCommitter(ident)
              .setAllowEmpty(true)
              .setSign(false)
              .call()
              .name();
        });
  }

  public String amend(String message) {
    return call(
        () -> {
          git.add().addFilepattern(".").call();
          return git.commit().setMessage(message).setAmend(true).setSign(false).call().name();
        });
  }

  public PersonIdent ident(String name, String email) {
    return new PersonIdent(
        name, email, Instant.ofEpochSecond(1_790_000_000L + clock++), ZoneOffset.UTC);
  }

  public GitSandbox branch(String name) {
    call(() -> git.checkout().setCreateBranch(true).setName(name).call());
    return this;
  }

  public GitSandbox checkout(String name) {
    call(() -> git.checkout().setName(name).call());
    return this;
  }

  public MergeResult merge(String branch, boolean isSquash) {
    return call(
        () ->
            git.merge()
                .include(git.getRepository().resolve(branch))
                .setSquash(isSquash)
                .setFastForward(isSquash ? FastForwardMode.FF : FastForwardMode.NO_FF)
                .setMessage("Merge " + branch)
                .call());
  }

  /** Adds a note to a commit. */
  public GitSandbox note(String ref, String commit, String text) {
    call(
        () -> {
          try (RevWalk walk = new RevWalk(repository())) {
            RevCommit found = walk.parseCommit(ObjectId.fromString(commit));
            git.notesAdd().setNotesRef(ref).setObjectId(found).setMessage(text).call();
          }
          return null;
        });
    return this;
  }

  public GitSandbox point(String ref, String commit) {
    call(
        () -> {
          RefUpdate update = repository().updateRef(ref);
          update.setNewObjectId(ObjectId.fromString(commit));
          update.forceUpdate();
          return null;
        });
    return this;
  }

  public String head() {
    return call(() -> repository().resolve("HEAD").name());
  }

  /** Who wrote a file: {@code ai 1-3, unknown 4}. */
  public String who(String base, String path) throws ProvenanceException {
    try (Provenance provenance = open(base)) {
      return text(provenance.of(path));
    }
  }

  public Provenance open(String base) throws ProvenanceException {
    return Provenance.open(folder, base, new SourceMarkers(List.of()), Provenance.Memory.none())
        .orElseThrow();
  }

  static String text(FileProvenance file) {
    StringBuilder text = new StringBuilder();
    TreeMap<Integer, Authorship> lines = new TreeMap<>();
    file.stretches()
        .forEach(
            each -> {
              for (int i = each.first(); i <= each.last(); i++) {
                lines.put(i, each.claim().authorship());
              }
            });
    Integer start = null;
    for (Integer line : lines.keySet()) {
      start = start == null ? line : start;
      if (lines.get(line) != lines.get(line + 1)) {
        text.append(text.isEmpty() ? "" : ", ").append(lines.get(line).id()).append(' ');
        text.append(start.equals(line) ? "" : start + "-").append(line);
        start = null;
      }
    }
    return text.toString();
  }

  private interface Call<T> {
    T run() throws GitAPIException, IOException;
  }

  private static <T> T call(Call<T> call) {
    try {
      return call.run();
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    git.close();
  }
}
