package dev.zonegate.gate;

import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Suppression;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.rule.Finding;
import dev.zonegate.stored.Sections;
import dev.zonegate.stored.UnreadableException;
import java.util.List;
import java.util.SortedMap;

/** What is read of results at once. */
record StoredHead(String key, List<Notification> notifications, List<OfFile> files) {
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
      Part candidates,
      Part facts) {
    static OfFile of(FileRecord file, Sections candidates, Sections facts) {
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
          Part.of(candidates),
          Part.of(facts));
    }

    FileRecord with(StoredCandidates open, StoredFacts said) {
      FileResult result = new FileResult(path, findings, open, said, suppressions, notifications);
      return new FileRecord(path, role, sha256, packageName, quality, lineHashes, result, marks);
    }
  }

  /**
   * Tells of the sections that follow those of the parts before it.
   *
   * @param records how many they hold
   * @param length in bytes
   */
  record Part(int records, int length) {
    static Part of(Sections sections) {
      return new Part(sections.records(), sections.length());
    }

    /** The sections, which begin at a place in some bytes. */
    Sections in(byte[] bytes, int at) {
      if (records < 0 || length < records || length > bytes.length - Long.BYTES - at) {
        throw new UnreadableException("it promises more than it holds");
      }
      return new Sections(records, bytes, at, length);
    }
  }
}
