package dev.zonegate.provenance;

import dev.zonegate.files.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.ObjectId;

/** Says who wrote the code of a checkout: all of it, or what a branch adds to another. */
public final class Provenance implements AutoCloseable {
  static final String FETCH_NOTES = "git fetch origin '+refs/notes/*:refs/notes/*'";
  private static final String UNSHALLOW = "git fetch --unshallow origin";
  private static final int MOST_FILES_OF_CHANGE = 5000;

  private final GitHistory history;
  private final Path folder;
  private final Attribution attribution;
  private final SourceMarkers markers;
  private final Change change;
  private final BlameStore store;
  private final Blame blame;
  private final Memory memory;
  private Map<String, ObjectId> sameFiles;
  private Set<String> suspects;
  private Map<Authorship, Integer> ofChange;
  private int countedFiles = Integer.MAX_VALUE;
  private CodeOwners owners;

  /**
   * What is known from before.
   *
   * @param kept where the origins of lines are kept between builds; null for nowhere
   * @param suspects files that may have known authors, by commit; filled for the next who asks
   */
  public record Memory(Path kept, Map<String, Set<String>> suspects) {
    /** Of one who asks for the first time. */
    public static Memory none() {
      return new Memory(null, new ConcurrentHashMap<>());
    }
  }

  private Provenance(
      GitHistory history, Path folder, SourceMarkers markers, Change change, Memory memory)
      throws IOException {
    this.history = history;
    this.folder = folder;
    this.markers = markers;
    this.change = change;
    this.memory = memory;
    boolean isKept = change == null && memory.kept() != null && !history.isShallow();
    this.store = isKept ? BlameStore.in(memory.kept(), history) : BlameStore.none();
    this.attribution = new Attribution(history);
    this.blame = new Blame(history, change == null ? null : change.commits(), store);
  }

  /**
   * The provenance of a folder; empty if git does not know it.
   *
   * @param folder that paths are relative to
   * @param base the commit, branch or tag that a change is measured from; empty for all code
   */
  public static Optional<Provenance> open(
      Path folder, String base, SourceMarkers markers, Memory memory) throws ProvenanceException {
    Optional<GitHistory> found = GitHistory.open(folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    GitHistory history = found.get();
    try {
      Change change = base.isBlank() ? null : change(history, base);
      return Optional.of(new Provenance(history, folder, markers, change, memory));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      history.close();
      throw unreadable(e);
    } catch (ProvenanceException e) {
      history.close();
      throw e;
    }
  }

  private static Change change(GitHistory history, String base)
      throws IOException, ProvenanceException {
    Optional<ObjectId> commit = history.commit(base);
    if (commit.isEmpty()) {
      throw new ProvenanceException(
          "`"
              + Evidence.oneLine(base)
              + "` is no commit here; fetch it (`git fetch origin`), or name another such as"
              + " origin/main");
    }
    Optional<ObjectId> from = history.mergeBase(commit.get());
    if (from.isEmpty()) {
      throw new ProvenanceException(
          "HEAD and `"
              + Evidence.oneLine(base)
              + "` have no common commit here; "
              + (history.isShallow() ? "the clone is shallow: " + UNSHALLOW : "name another"));
    }
    return new Change(from.get(), history.since(commit.get()));
  }

  private static ProvenanceException unreadable(Throwable e) {
    boolean isTooLarge = e instanceof OutOfMemoryError || e instanceof LargeObjectException;
    return ProvenanceException.failed(
        "the git repository cannot be read",
        e,
        isTooLarge
            ? "; a commit, a folder or an earlier version of a file is too large"
            : "; try `git fsck`");
  }

  /** Whether it looks at a change, and not at all code. */
  public boolean isOfChange() {
    return change != null;
  }

  /**
   * Who wrote a file.
   *
   * @param path relative to the folder, with {@code /}
   */
  public FileProvenance of(String path) throws ProvenanceException {
    try {
      Path file = folder.resolve(path);
      Optional<byte[]> content = SmallFile.read(file, GitHistory.LARGEST_BLOB);
      return content.isPresent() ? found(path, content.get()) : new FileProvenance(path, List.of());
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw unreadable(e);
    }
  }

  /**
   * Whether the change can have brought lines of a Java file. To ask that of all files of a module
   * takes a fraction of the time that {@link #of} would.
   */
  public boolean mayTouch(String path) throws ProvenanceException {
    try {
      if (sameFiles == null) {
        sameFiles = change == null ? Map.of() : history.sameJava(change.from());
      }
      ObjectId known = sameFiles.get(inRepository(path));
      if (known == null) {
        return true;
      }
      Optional<byte[]> content = SmallFile.read(folder.resolve(path), GitHistory.LARGEST_BLOB);
      return content.isPresent() && !known.equals(GitHistory.name(content.get()));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw unreadable(e);
    }
  }

  private FileProvenance found(String path, byte[] content) throws IOException {
    List<SourceMarkers.Mark> marks = marks(path, content);
    List<LineOrigin> origins = origins(path, content);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < origins.size(); i++) {
      LineOrigin origin = origins.get(i);
      claims.add(blame.isOfInterest(origin) ? claim(origin, path, i + 1, marks) : null);
    }
    return FileProvenance.of(path, origins, claims);
  }

  private List<SourceMarkers.Mark> marks(String path, byte[] content) {
    return path.endsWith(".java")
        ? markers.in(new String(content, StandardCharsets.UTF_8))
        : List.of();
  }

  private Claim claim(LineOrigin origin, String path, int line, List<SourceMarkers.Mark> marks)
      throws IOException {
    Optional<Claim> known = attribution.ofLine(origin);
    if (known.isPresent()) {
      return known.get();
    }
    for (SourceMarkers.Mark mark : marks) {
      if (mark.covers().contains(line)) {
        return new Claim(
            mark.who(),
            new Evidence(
                Evidence.Source.SOURCE_MARKER,
                path + ":" + mark.line(),
                origin.commit(),
                mark.text()));
      }
    }
    return origin.equals(LineOrigin.UNTOLD)
        ? Claim.unknown("", "no commit of this file says who wrote it")
        : attribution.ofCommit(origin.commit());
  }

  private List<LineOrigin> origins(String path, byte[] content) throws IOException {
    String inRepository = inRepository(path);
    Optional<RawText> committed = history.file(history.head(), inRepository);
    if (committed.isEmpty()) {
      return Collections.nCopies(new RawText(content).size(), LineOrigin.UNCOMMITTED);
    }
    int size = committed.get().size();
    List<LineOrigin> origins =
        change != null && history.isSame(change.from(), history.head(), inRepository)
            ? Collections.nCopies(size, new LineOrigin(change.from().name(), inRepository, 1))
            : change == null && !isSuspect(inRepository)
                ? Collections.nCopies(size, LineOrigin.UNTOLD)
                : blame.of(inRepository);
    return WorkingLines.origins(content, committed.get(), origins);
  }

  private boolean isSuspect(String path) throws IOException {
    if (suspects == null) {
      String head = history.head().name();
      suspects = memory.suspects().get(head);
      if (suspects == null) {
        suspects = attribution.suspects();
        memory.suspects().put(head, suspects);
      }
    }
    return suspects.contains(path);
  }

  private String inRepository(String path) throws IOException {
    Path file = folder.toRealPath().resolve(path).normalize();
    Path root = history.workTree().toRealPath();
    return file.startsWith(root) ? root.relativize(file).toString().replace('\\', '/') : path;
  }

  /**
   * How many lines of each author the change adds in Java files, whichever module they are in; of
   * all code nothing.
   */
  public Map<Authorship, Integer> linesOfChange() throws ProvenanceException {
    return linesOfChange(MOST_FILES_OF_CHANGE);
  }

  Map<Authorship, Integer> linesOfChange(int most) throws ProvenanceException {
    if (ofChange == null) {
      try {
        ofChange = change == null ? Map.of() : countedChange(most);
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        throw unreadable(e);
      }
    }
    return ofChange;
  }

  private Map<Authorship, Integer> countedChange(int most) throws IOException {
    Map<Authorship, Integer> lines = new EnumMap<>(Authorship.class);
    List<String> changed = history.changedJava(change.from(), most + 1);
    if (changed.size() > most) {
      countedFiles = most;
      changed = changed.subList(0, most);
    }
    for (String path : changed) {
      Optional<RawText> text = history.file(history.head(), path);
      if (text.isEmpty()) {
        continue;
      }
      List<SourceMarkers.Mark> marks = marks(path, text.get().getRawContent());
      List<LineOrigin> origins = blame.of(path);
      for (int i = 0; i < origins.size(); i++) {
        if (blame.isOfInterest(origins.get(i))) {
          lines.merge(claim(origins.get(i), path, i + 1, marks).authorship(), 1, Integer::sum);
        }
      }
    }
    return lines;
  }

  /** What is missing here and how to get it, and what was left out so far; a line each. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (countedFiles < Integer.MAX_VALUE) {
      warnings.add(
          "the change has more than "
              + countedFiles
              + " Java files: how much of it is machine-written is known of the first "
              + countedFiles
              + " by path; split it");
    }
    Optional.ofNullable(owners).flatMap(CodeOwners::cut).ifPresent(warnings::add);
    if (history.isShallow()) {
      warnings.add(
          "the clone is shallow: who wrote older lines is unknown; fetch all: " + UNSHALLOW);
    }
    warnings.addAll(attribution.problems());
    return warnings;
  }

  /** How to get the notes of git-ai if they are not here; empty if they are. */
  public Optional<String> missingNotes() throws ProvenanceException {
    try {
      boolean areHere = false;
      for (String each : Attribution.ALL_NOTES) {
        if (history.hasNotes(each)) {
          return Optional.empty();
        }
        areHere |= history.has(each);
      }
      if (areHere) {
        return Optional.of(
            "the notes of git-ai here ("
                + Attribution.NOTES
                + ") are of no commit; if it keeps them on a server, let it write them to git");
      }
      return Optional.of("no notes of git-ai here (" + Attribution.NOTES + "); " + FETCH_NOTES);
    } catch (IOException | RuntimeException e) {
      throw unreadable(e);
    }
  }

  /** Who is asked to review which files; empty if nobody wrote that down. */
  public Optional<CodeOwners> owners() throws ProvenanceException {
    if (owners == null) {
      try {
        owners = CodeOwners.in(history.workTree()).orElse(null);
      } catch (IOException e) {
        throw ProvenanceException.failed("cannot read CODEOWNERS", e, "");
      }
    }
    return Optional.ofNullable(owners);
  }

  /** Whether somebody is asked to review a file, named as for {@link #of}. */
  public boolean isOwned(CodeOwners owners, String path) throws ProvenanceException {
    try {
      return owners.isOwned(inRepository(path));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The last commit in which people edited a file that is said to be generated; in a change, the
   * last of its commits.
   */
  public Optional<String> handEdit(String path) throws ProvenanceException {
    try {
      Set<ObjectId> among = change == null ? null : change.commits();
      return new HandEdits(history).last(inRepository(path), among).map(ObjectId::name);
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw unreadable(e);
    }
  }

  /** The commits of the change; empty if it looks at all code. */
  Set<ObjectId> commits() {
    return change == null ? Set.of() : change.commits();
  }

  GitHistory history() {
    return history;
  }

  @Override
  public void close() throws ProvenanceException {
    try {
      store.write();
    } catch (IOException e) {
      throw ProvenanceException.failed("cannot keep the origins of lines", e, "");
    } finally {
      history.close();
    }
  }
}
