package dev.zonegate.gate;

import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Suppression;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Finding;
import java.util.List;
import java.util.SortedMap;

/**
 * What is read of results at once.
 *
 * @param names of the sections
 */
record StoredHead(
    String key, List<Notification> notifications, List<String> names, List<OfFile> files) {
  /** All of a file that hangs on no other; a twentieth of what is stored. */
  record OfFile(
      String path,
      Role role,
      String sha256,
      String packageName,
      Quality quality,
      SortedMap<Integer, String> lineHashes,
      List<Finding> findings,
      List<Suppression> suppressions,
      List<Notification> notifications,
      FileMarks marks,
      List<Part> candidates,
      List<Part> facts) {
    static OfFile of(FileRecord file, List<Part> candidates, List<Part> facts) {
      FileResult result = file.result();
      return new OfFile(
          file.path(),
          file.role(),
          file.sha256(),
          file.packageName(),
          file.quality(),
          file.lineHashes(),
          result.findings(),
          result.suppressions(),
          result.notifications(),
          file.marks(),
          candidates,
          facts);
    }

    FileRecord with(StoredCandidates open, StoredFacts said) {
      FileResult result = new FileResult(path, findings, open, said, suppressions, notifications);
      return new FileRecord(path, role, sha256, packageName, quality, lineHashes, result, marks);
    }
  }

  /** Tells of the section that follows those of the parts before it. */
  record Part(int name, int count, long what, long where, int length) {}
}
