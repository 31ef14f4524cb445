package dev.zonegate.gate;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Suppression;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the analysis keeps of a file.
 *
 * @param sha256 of its bytes; empty if they could not be read
 * @param packageName empty for the unnamed one
 * @param lineHashes by line, of the lines that a report may name
 * @param marks its annotations that matter here
 */
public record FileRecord(
    String path,
    SourceFile.Role role,
    String sha256,
    String packageName,
    Quality quality,
    SortedMap<Integer, String> lineHashes,
    FileResult result,
    FileMarks marks) {

  /** Of what may be a secret nothing is kept, not even the hash of its line. */
  private static final Set<String> SECRET = Catalogue.keys(RulePattern::hidesText);

  /** A file without annotations. */
  public FileRecord(
      String path,
      SourceFile.Role role,
      String sha256,
      String packageName,
      Quality quality,
      SortedMap<Integer, String> lineHashes,
      FileResult result) {
    this(path, role, sha256, packageName, quality, lineHashes, result, FileMarks.NONE);
  }

  public static FileRecord of(SourceBytes bytes, SourceFile file, FileResult result) {
    return new FileRecord(
        file.path(),
        file.role(),
        bytes.sha256(),
        file.unit().packageName(),
        Quality.of(file),
        lineHashes(bytes.content(), result),
        result,
        bytes.content().indexOf('@') < 0 ? FileMarks.NONE : FileMarks.of(Tokens.of(file)));
  }

  /** A resource file. */
  static FileRecord of(SourceBytes bytes, FileResult result) {
    return new FileRecord(
        bytes.entry().path(),
        bytes.entry().role(),
        bytes.sha256(),
        "",
        Quality.NONE,
        lineHashes(bytes.content(), result),
        result);
  }

  /** A file that could not be read. */
  static FileRecord unread(SourceBytes bytes) {
    return unread(bytes, SourceHead.NONE);
  }

  /**
   * A file that no front-end could read.
   *
   * @param head what it says of itself all the same, so that it stays in its zone
   */
  static FileRecord unread(SourceBytes bytes, SourceHead head) {
    String path = bytes.entry().path();
    return new FileRecord(
        path,
        bytes.entry().role(),
        bytes.sha256(),
        head.packageName(),
        Quality.NONE,
        new TreeMap<>(),
        FileResult.unread(path, bytes.notifications()),
        head.marks());
  }

  /** The same file of which nothing is known but these findings. */
  public FileRecord holding(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(null);
    return new FileRecord(
        path,
        role,
        sha256,
        packageName,
        Quality.NONE,
        new TreeMap<>(),
        new FileResult(path, sorted, List.of(), List.of(), List.of(), List.of()));
  }

  /** The same file with what other engines found in it. */
  FileRecord and(FileRecord others) {
    return new FileRecord(
        path,
        role,
        sha256,
        packageName,
        quality,
        lineHashes,
        Folding.of(result, others.result().findings()),
        marks);
  }

  /** The same with what waits for other files in the form in which it is stored. */
  FileRecord packed() {
    FileResult packed =
        new FileResult(
            path,
            result.findings(),
            new StoredCandidates(StoredCandidates.sections(result.candidates())),
            new StoredFacts(StoredFacts.sections(result.facts())),
            result.suppressions(),
            result.notifications());
    return new FileRecord(path, role, sha256, packageName, quality, lineHashes, packed, marks);
  }

  /** The same file with more findings. */
  FileRecord adding(List<Finding> more) {
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(more);
    findings.sort(null);
    FileResult all =
        new FileResult(
            path,
            findings,
            result.candidates(),
            result.facts(),
            result.suppressions(),
            result.notifications());
    return new FileRecord(path, role, sha256, packageName, quality, lineHashes, all, marks);
  }

  /** Whether a front-end could read all of it. */
  boolean isRead() {
    return result.notifications().stream()
        .map(Notification::kind)
        .noneMatch(kind -> kind == Notification.Kind.SYNTAX || kind == Notification.Kind.FILE);
  }

  /** The one of two attempts at a file that saw more; of equals the first that read it at all. */
  static FileRecord fuller(FileRecord first, FileRecord second) {
    boolean isMore =
        second.quality.uses() > first.quality.uses()
            || second.quality.uses() == first.quality.uses()
                && first.says(Notification.Kind.FILE)
                && !second.says(Notification.Kind.FILE);
    return isMore ? second : first;
  }

  private boolean says(Notification.Kind kind) {
    return result.notifications().stream().anyMatch(each -> each.kind() == kind);
  }

  private static SortedMap<Integer, String> lineHashes(String content, FileResult result) {
    SortedMap<Integer, String> wanted = new TreeMap<>();
    List<Finding> findings = new ArrayList<>(result.findings());
    result.candidates().forEach(each -> findings.add(each.finding()));
    if (findings.isEmpty() && result.suppressions().isEmpty()) {
      return wanted;
    }
    Map<Integer, String> all = LineHashes.of(content);
    for (Finding finding : findings) {
      if (SECRET.contains(finding.key())) {
        continue;
      }
      int line = finding.at().startLine();
      wanted.put(line, all.getOrDefault(line, ""));
    }
    for (Suppression suppression : result.suppressions()) {
      int line = suppression.at().startLine();
      wanted.put(line, all.getOrDefault(line, ""));
    }
    return wanted;
  }
}
