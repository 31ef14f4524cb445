package dev.zonegate.gate;

import dev.zonegate.model.SourceFile.Role;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts files into zones. A file is of one zone as a whole: an annotation of any of its types, or of
 * its package, takes it there.
 */
public final class Placement {
  private static final String PACKAGE_FILE = "package-info.java";

  private final Policy policy;
  private final String prefix;
  private final Map<String, SortedSet<String>> ofPackages = new HashMap<>();

  private Placement(Policy policy, String prefix) {
    this.policy = policy;
    this.prefix = prefix;
  }

  /**
   * By a policy, with what the files say of their packages.
   *
   * @param prefix leads from the folder of the policy to that of the files' paths, with a slash at
   *     its end; mostly empty
   */
  public static Placement of(Policy policy, String prefix, Collection<FileRecord> files) {
    Placement placement = new Placement(policy, prefix);
    files.forEach(each -> placement.add(each.path(), each.packageName(), each.marks()));
    return placement;
  }

  /** As above, by files that nothing more than their head is known of. */
  static Placement ofHeads(Policy policy, String prefix, Map<SourceEntry, SourceHead> files) {
    Placement placement = new Placement(policy, prefix);
    files.forEach((entry, head) -> placement.add(entry.path(), head.packageName(), head.marks()));
    return placement;
  }

  /** Adds what a file says of its package. */
  void add(String path, String packageName, FileMarks marks) {
    if (path.endsWith(PACKAGE_FILE)) {
      ofPackages.computeIfAbsent(packageName, key -> new TreeSet<>()).addAll(marks.annotations());
    }
  }

  /**
   * Where one file belongs, as far as it and its package say.
   *
   * @param file it need not be there yet
   * @param path its own, relative to the folder that {@code prefix} leads to
   * @param packageName what it will be in; empty to go by the file
   */
  public static Zone ofFile(
      Policy policy, String prefix, Path file, String path, String packageName, Charset encoding) {
    SourceHead head =
        Files.isRegularFile(file)
            ? SourceHead.of(new SourceEntry(path, file, Role.MAIN), encoding)
            : SourceHead.NONE;
    SourceHead named = packageName.isEmpty() ? head : head.in(packageName);
    return new Placement(policy, prefix).withPackageOf(file, encoding).of(path, named);
  }

  /** Adds what the file of its package says beside a file. */
  Placement withPackageOf(Path file, Charset encoding) {
    Path beside = file.resolveSibling(PACKAGE_FILE);
    if (Files.isRegularFile(beside)) {
      SourceHead head = SourceHead.of(new SourceEntry(PACKAGE_FILE, beside, Role.MAIN), encoding);
      add(PACKAGE_FILE, head.packageName(), head.marks());
    }
    return this;
  }

  /** The zone of a file. */
  public Zone of(FileRecord file) {
    return policy.zoneOf(
        prefix + file.path(), file.packageName(), marks(file.packageName(), file.marks()));
  }

  /** The zone of a file of which only its head is known. */
  public Zone of(String path, SourceHead head) {
    return policy.zoneOf(
        prefix + path, head.packageName(), marks(head.packageName(), head.marks()));
  }

  /** The zone of a file that is gone. */
  Zone ofGone(String path, String packageName) {
    return policy.zoneOf(prefix + path, packageName, marks(packageName, FileMarks.NONE));
  }

  /** The zones that name a file, the one that has it among them; none if it is left to the last. */
  List<Zone> naming(String path, SourceHead head) {
    Collection<String> marks = marks(head.packageName(), head.marks());
    return policy.zones().stream()
        .filter(each -> each.names(prefix + path, head.packageName(), marks))
        .toList();
  }

  private Collection<String> marks(String packageName, FileMarks own) {
    SortedSet<String> ofPackage = ofPackages.get(packageName);
    if (ofPackage == null || ofPackage.isEmpty()) {
      return own.annotations();
    }
    SortedSet<String> both = new TreeSet<>(ofPackage);
    both.addAll(own.annotations());
    return both;
  }
}
