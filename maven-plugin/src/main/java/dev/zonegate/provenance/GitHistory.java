package dev.zonegate.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.Note;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathSuffixFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Reads a repository and never writes to it. */
final class GitHistory implements AutoCloseable {
  static final int LARGEST_BLOB = 8 * 1024 * 1024;

  private final Repository repository;
  private final RevWalk walk;
  private final ObjectId head;
  private final Set<ObjectId> shallow;
  private final Map<String, CommitFacts> facts = new HashMap<>();
  private final Map<String, NoteMap> notes = new HashMap<>();

  private GitHistory(Repository repository) throws IOException {
    this.repository = repository;
    this.walk = new RevWalk(repository);
    this.head = repository.resolve("HEAD^{commit}");
    this.shallow = Set.copyOf(repository.getObjectDatabase().getShallowCommits());
  }

  /** The repository that a folder is in; empty if it is in none, or in one without commits. */
  static Optional<GitHistory> open(Path folder) throws ProvenanceException {
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    builder.findGitDir(folder.toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    GitSilence.keep();
    try {
      Repository repository = builder.setMustExist(true).build();
      if (repository.isBare() || repository.resolve("HEAD^{commit}") == null) {
        repository.close();
        return Optional.empty();
      }
      return Optional.of(new GitHistory(repository));
    } catch (RepositoryNotFoundException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw new ProvenanceException(
          "cannot read the git repository of " + folder + ": " + Evidence.oneLine(e.toString()), e);
    }
  }

  Repository repository() {
    return repository;
  }

  Path workTree() {
    return repository.getWorkTree().toPath();
  }

  ObjectId head() {
    return head;
  }

  boolean isShallow() {
    return !shallow.isEmpty();
  }

  /** Whether history ends here only because the rest was not fetched. */
  boolean isCutOff(String commit) {
    return shallow.contains(ObjectId.fromString(commit));
  }

  /** The commit that a name means; empty if there is none. */
  Optional<ObjectId> commit(String name) throws IOException {
    try {
      return Optional.ofNullable(repository.resolve(name + "^{commit}"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The commits that HEAD has and another has not. */
  Set<ObjectId> since(ObjectId base) throws IOException {
    Set<ObjectId> range = new HashSet<>();
    try (RevWalk commits = new RevWalk(repository)) {
      commits.setRetainBody(false);
      commits.markStart(commits.parseCommit(head));
      commits.markUninteresting(commits.parseCommit(base));
      for (RevCommit each : commits) {
        range.add(each.copy());
      }
    }
    return range;
  }

  /** Where the way to HEAD left that to another commit. */
  Optional<ObjectId> mergeBase(ObjectId other) throws IOException {
    try (RevWalk commits = new RevWalk(repository)) {
      commits.setRevFilter(RevFilter.MERGE_BASE);
      commits.markStart(commits.parseCommit(head));
      commits.markStart(commits.parseCommit(other));
      return Optional.ofNullable(commits.next()).map(RevCommit::copy);
    }
  }

  /** Whether one commit is another or comes before it. */
  boolean isWithin(ObjectId commit, ObjectId later) throws IOException {
    return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(later));
  }

  CommitFacts facts(String id) throws IOException {
    CommitFacts known = facts.get(id);
    if (known == null) {
      known = facts(walk.parseCommit(ObjectId.fromString(id)));
      facts.put(id, known);
    }
    return known;
  }

  private CommitFacts facts(RevCommit commit) throws IOException {
    walk.parseBody(commit);
    return factsOf(commit);
  }

  /** The facts of a commit that is read. */
  CommitFacts factsOf(RevCommit commit) {
    List<String> parents = Arrays.stream(commit.getParents()).map(RevCommit::name).toList();
    return new CommitFacts(
        commit.name(),
        parents,
        person(commit.getAuthorIdent()),
        person(commit.getCommitterIdent()),
        commit.getFullMessage());
  }

  private static Person person(PersonIdent ident) {
    return ident == null
        ? new Person("", "")
        : new Person(ident.getName(), ident.getEmailAddress());
  }

  /** Whether a ref of notes is here. */
  boolean has(String ref) throws IOException {
    return repository.exactRef(ref) != null;
  }

  /** Whether a ref of notes says anything of any commit. */
  boolean hasNotes(String ref) throws IOException {
    return notes(ref).iterator().hasNext();
  }

  boolean hasNote(String ref, ObjectId commit) throws IOException {
    return notes(ref).contains(commit);
  }

  /**
   * What a note says about a commit; empty if there is none.
   *
   * @throws MalformedRecordException if it is too large
   */
  Optional<String> note(String ref, String commit) throws IOException, MalformedRecordException {
    Note note = notes(ref).getNote(ObjectId.fromString(commit));
    if (note == null) {
      return Optional.empty();
    }
    ObjectLoader loader = repository.open(note.getData());
    if (loader.getSize() > GitAiNote.LARGEST) {
      throw new MalformedRecordException(
          "is larger than " + GitAiNote.LARGEST / 1024 / 1024 + " MiB");
    }
    return Optional.of(new String(loader.getBytes(GitAiNote.LARGEST), StandardCharsets.UTF_8));
  }

  private NoteMap notes(String ref) throws IOException {
    NoteMap known = notes.get(ref);
    if (known == null) {
      Ref found = repository.exactRef(ref);
      known =
          found == null
              ? NoteMap.newEmptyMap()
              : NoteMap.read(walk.getObjectReader(), walk.parseCommit(found.getObjectId()));
      notes.put(ref, known);
    }
    return known;
  }

  /** A file as committed; empty if it is not, or is no text of a bearable size. */
  Optional<RawText> file(ObjectId commit, String path) throws IOException {
    ObjectId blob = blob(commit, path);
    if (blob == null) {
      return Optional.empty();
    }
    ObjectLoader loader = repository.open(blob);
    if (loader.getSize() > LARGEST_BLOB) {
      return Optional.empty();
    }
    byte[] bytes = loader.getBytes(LARGEST_BLOB);
    return RawText.isBinary(bytes) ? Optional.empty() : Optional.of(new RawText(bytes));
  }

  /** What identifies a file's content in HEAD; empty if it is not there. */
  String blobName(String path) throws IOException {
    ObjectId blob = blob(head, path);
    return blob == null ? "" : blob.name();
  }

  /** Whether a file is the same in two commits. */
  boolean isSame(ObjectId one, ObjectId other, String path) throws IOException {
    ObjectId blob = blob(one, path);
    return blob != null && blob.equals(blob(other, path));
  }

  private ObjectId blob(ObjectId commit, String path) throws IOException {
    try (TreeWalk tree = TreeWalk.forPath(repository, path, walk.parseCommit(commit).getTree())) {
      boolean isFile = tree != null && isFile(tree.getRawMode(0));
      return isFile ? tree.getObjectId(0) : null;
    }
  }

  private static boolean isFile(int mode) {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  /** The Java files of HEAD that are not the same in another commit; as many as {@code most}. */
  List<String> changedJava(ObjectId from, int most) throws IOException {
    List<String> paths = new ArrayList<>();
    try (TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(from).getTree());
      tree.addTree(walk.parseCommit(head).getTree());
      tree.setRecursive(true);
      tree.setFilter(AndTreeFilter.create(PathSuffixFilter.create(".java"), TreeFilter.ANY_DIFF));
      while (tree.next() && paths.size() < most) {
        if (isFile(tree.getRawMode(1))) {
          paths.add(tree.getPathString());
        }
      }
    }
    return paths;
  }

  /** What git calls this content. */
  static ObjectId name(byte[] content) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      return formatter.idFor(Constants.OBJ_BLOB, content);
    }
  }

  /** The Java files that are the same in the head as in a commit, with their content's name. */
  Map<String, ObjectId> sameJava(ObjectId from) throws IOException {
    Map<String, ObjectId> same = new HashMap<>();
    try (TreeWalk tree = new TreeWalk(repository)) {
      tree.addTree(walk.parseCommit(from).getTree());
      tree.addTree(walk.parseCommit(head).getTree());
      tree.setRecursive(true);
      tree.setFilter(PathSuffixFilter.create(".java"));
      while (tree.next()) {
        if (tree.idEqual(0, 1)) {
          same.put(tree.getPathString(), tree.getObjectId(1));
        }
      }
    }
    return same;
  }

  @Override
  public void close() {
    walk.close();
    repository.close();
  }
}
