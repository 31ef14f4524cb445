package dev.zonegate.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** Puts into a repository what git itself would refuse to write. */
final class BrokenGit {
  private static final String MACHINE = "Claude <noreply@anthropic.com>";
  private final GitSandbox git;

  BrokenGit(GitSandbox git) {
    this.git = git;
  }

  Path file(String path) {
    return git.folder().resolve(".git").resolve(path);
  }

  void write(String path, String text) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.writeString(file(path), text);
  }

  void append(String path, String text) throws IOException {
    Files.writeString(file(path), text, StandardOpenOption.APPEND);
  }

  /** A file that leads to one without an end. */
  void endless(String path) throws IOException {
    Files.createDirectories(file(path).getParent());
    Files.deleteIfExists(file(path));
    Files.createSymbolicLink(file(path), Path.of("/dev/zero"));
  }

  void point(String ref, ObjectId to) throws IOException {
    write(ref, to.name() + "\n");
  }

  /** A note on HEAD and on nothing else. */
  void note(String ref, FileMode mode, ObjectId what) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    tree.append(git.head(), mode, what);
    notes(ref, insert(tree));
  }

  void notes(String ref, ObjectId tree) throws IOException {
    point(ref, commit("tree " + tree.name() + "\n" + authored("A <a@b.c> 1 +0000") + "\nnotes\n"));
  }

  /** A tree of files, whatever they are called. */
  ObjectId tree(Map<String, ObjectId> files) throws IOException {
    TreeFormatter tree = new TreeFormatter();
    new TreeMap<>(files)
        .forEach(
            (name, id) -> {
              byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
              tree.append(bytes, 0, bytes.length, FileMode.REGULAR_FILE, id, true);
            });
    return insert(tree);
  }

  ObjectId insert(TreeFormatter tree) throws IOException {
    try (ObjectInserter objects = git.repository().newObjectInserter()) {
      ObjectId id = objects.insert(tree);
      objects.flush();
      return id;
    }
  }

  ObjectId blob(String text) throws IOException {
    return object(Constants.OBJ_BLOB, text);
  }

  ObjectId commit(String text) throws IOException {
    return object(Constants.OBJ_COMMIT, text);
  }

  private ObjectId object(int type, String text) throws IOException {
    try (ObjectInserter objects = git.repository().newObjectInserter()) {
      ObjectId id = objects.insert(type, text.getBytes(StandardCharsets.UTF_8));
      objects.flush();
      return id;
    }
  }

  /** A blob of line feeds. */
  ObjectId lines(long count) throws IOException {
    InputStream feeds =
        new InputStream() {
          private long left = count;

          @Override
          public int read() {
            return left-- > 0 ? '\n' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            int given = (int) Math.min(left, length);
            Arrays.fill(bytes, offset, offset + given, (byte) '\n');
            left -= given;
            return given == 0 ? -1 : given;
          }
        };
    try (ObjectInserter objects = git.repository().newObjectInserter()) {
      ObjectId id = objects.insert(Constants.OBJ_BLOB, count, feeds);
      objects.flush();
      return id;
    }
  }

  /** Makes HEAD a commit of the same files, whose author and whose message are given. */
  void next(String author, String message) throws IOException {
    point("refs/heads/main", commit(start(tree()) + authored(author) + "\n" + message));
  }

  /** Makes HEAD a machine's commit of the same files after one of others. */
  void after(ObjectId otherFiles) throws IOException {
    ObjectId before = commit("tree " + otherFiles.name() + "\n" + authored(MACHINE + " 1 +0000"));
    String start = "tree " + tree().name() + "\nparent " + before.name() + "\n";
    point("refs/heads/main", commit(start + authored(MACHINE + " 2 +0000") + "\nm\n"));
  }

  private String start(ObjectId tree) {
    return "tree " + tree.name() + "\nparent " + git.head() + "\n";
  }

  private static String authored(String who) {
    return "author " + who + "\ncommitter " + who + "\n";
  }

  private ObjectId tree() {
    return id("HEAD^{tree}");
  }

  /** Where an object lies. */
  Path path(String name) {
    String id = id(name).name();
    return file("objects/" + id.substring(0, 2) + "/" + id.substring(2));
  }

  private ObjectId id(String name) {
    try {
      return git.repository().resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Exchanges what stands in an object. */
  void replace(String name, String header, int zeros) throws IOException {
    Path path = path(name);
    Files.delete(path);
    byte[] piece = new byte[1 << 20];
    try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(path))) {
      out.write(header.getBytes(StandardCharsets.UTF_8));
      for (int left = zeros; left > 0; left -= piece.length) {
        out.write(piece, 0, Math.min(left, piece.length));
      }
    }
  }
}
