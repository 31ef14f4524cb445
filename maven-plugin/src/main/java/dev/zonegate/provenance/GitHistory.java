package dev.zonegate.provenance;

import java.io.IOException;
import java.nio.charset.Charset;
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
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
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
import org.eclipse.jgit.util.RawParseUtils;

/** Reads a repository and never writes to it. */
final class GitHistory implements AutoCloseable {
  static final int LARGEST_BLOB = 8 * 1024 * 1024;

  /** What follows a name and an address. */
  private static final Pattern DATE = Pattern.compile(" -?\\d{1,40} [+-]\\d{1,40}$");

  private final Repository repository;
  private final RevWalk walk;
  private final ObjectId head;
  private final Set<ObjectId> shallow;
  private final Map<String, CommitFacts> facts = new HashMap<>();
  private final Map<String, NoteMap> notes = new HashMap<>();

  private GitHistory(Repository repository) throws IOException {
    this.repository = repository;
    this.walk = new RevWalk(repository);
    // messages may be huge, and what is asked of them is kept apart
    this.walk.setRetainBody(false);
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
      GitFiles.check(builder.getGitDir().toPath());
      Repository repository = builder.setMustExist(true).build();
      if (repository.isBare() || repository.resolve("HEAD^{commit}") == null) {
        repository.close();
        return Optional.empty();
      }
      return Optional.of(new GitHistory(repository));
    } catch (RepositoryNotFoundException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw ProvenanceException.failed("cannot read the git repository of " + folder, e, "");
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
      commits.setRetainBody(false);
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
    return factsOf(walk, commit);
  }

  /** The facts of a commit of a walk, whose message is not kept in whole. */
  static CommitFacts factsOf(RevWalk walk, RevCommit commit) throws IOException {
    walk.parseBody(commit);
    byte[] raw = commit.getRawBuffer();
    List<String> parents = Arrays.stream(commit.getParents()).map(RevCommit::name).toList();
    CommitFacts facts =
        new CommitFacts(
            commit.name(),
            parents,
            person(raw, RawParseUtils.author(raw, 0)),
            person(raw, RawParseUtils.committer(raw, 0)),
            Trailers.head(commit.getFullMessage()));
    commit.disposeBody();
    return facts;
  }

  /**
   * Who a line of a commit names, whatever date it claims and however it is broken: who writes
   * nonsense behind a name has that name still, and may not review as somebody else.
   */
  private static Person person(byte[] commit, int start) {
    if (start < 0) {
      return new Person("", "");
    }
    int end = RawParseUtils.nextLF(commit, start);
    String line = RawParseUtils.decode(encoding(commit), commit, start, end);
    return Person.of(DATE.matcher(line.strip()).replaceFirst(""));
  }

  /**
   * The encoding of a commit.
   *
   * @return UTF-8 if what it names is none: a name in no known encoding is still one
   */
  private static Charset encoding(byte[] commit) {
    try {
      return RawParseUtils.parseEncoding(commit);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
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
      // one that leads to another may lead to none
      known =
          found == null || found.getObjectId() == null
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
