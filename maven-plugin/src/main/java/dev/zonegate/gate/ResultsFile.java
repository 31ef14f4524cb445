package dev.zonegate.gate;

import dev.zonegate.files.WholeFile;
import dev.zonegate.stored.Section;
import dev.zonegate.stored.Sections;
import dev.zonegate.stored.UnreadableException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Keeps results in a file: what is said of each file by itself, then what waits for others, which
 * is read only when somebody asks for it.
 */
public final class ResultsFile {
  public static final String NAME = "results.bin";
  private static final int FORMAT = 0x5A4E5208;
  private static final int BUFFER = 1 << 16;
  private static final int START = 2 * Integer.BYTES;

  private ResultsFile() {}

  /**
   * Results as they were kept.
   *
   * @param checksum of the file
   */
  public record Kept(Results results, long checksum) {}

  /**
   * A file of results as it was once.
   *
   * @param checksum by which somebody can tell whether it still is
   */
  public record Stored(Path file, long checksum) {}

  /** A file of results that is not as it was written. */
  static final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(Path file) {
      super(file + " is damaged");
    }

    DamagedException(Path file, Throwable cause) {
      super(file + " is damaged", cause);
    }
  }

  /**
   * Writes results; the file is there whole or as it was. What was read from a file and not changed
   * is copied as it stands there.
   *
   * @return its checksum
   */
  public static long write(Results results, Path file) throws IOException {
    CRC32 sum = new CRC32();
    WholeFile.write(file, draft -> write(results, draft, sum));
    return sum.getValue();
  }

  private static void write(Results results, Path file, CRC32 sum) throws IOException {
    List<Sections> parts = new ArrayList<>();
    List<StoredHead.OfFile> files = new ArrayList<>();
    for (FileRecord each : results.files()) {
      Sections candidates = StoredCandidates.sections(each.result().candidates());
      Sections facts = StoredFacts.sections(each.result().facts());
      files.add(StoredHead.OfFile.of(each, candidates, facts));
      parts.addAll(List.of(candidates, facts));
    }
    StoredHead read = new StoredHead(results.key(), results.notifications(), files);
    Section head = Section.plain(new Section.Column<>(StoredHead.class, List.of(read)));
    try (OutputStream plain = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        CheckedOutputStream out = new CheckedOutputStream(plain, sum)) {
      out.write(ByteBuffer.allocate(START).putInt(FORMAT).putInt(head.length()).array());
      head.writeTo(out);
      for (Sections each : parts) {
        each.writeTo(out);
      }
      plain.write(ByteBuffer.allocate(Long.BYTES).putLong(sum.getValue()).array());
    }
  }

  /**
   * Reads results; empty if there are none, or none of this version that is whole.
   *
   * @throws DamagedException if the checksum is right, but we did not write what is there
   */
  public static Optional<Results> read(Path file) throws IOException {
    return isIntact(bytes(file)) ? readKept(file).map(Kept::results) : Optional.empty();
  }

  /**
   * Reads results; empty if there are none, or of another version.
   *
   * @throws DamagedException if the file is not as it was written
   */
  public static Optional<Kept> readKept(Path file) throws IOException {
    byte[] bytes = bytes(file);
    if (bytes.length > 0 && !isIntact(bytes)) {
      throw new DamagedException(file);
    }
    if (bytes.length == 0 || ByteBuffer.wrap(bytes).getInt() != FORMAT) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Kept(results(bytes), checksum(bytes)));
    } catch (RuntimeException e) {
      // what does not fit together is not ours, whichever record finds out
      throw new DamagedException(file, e);
    }
  }

  /** Whether a file with this checksum is there, without reading more than its end. */
  static boolean isThere(Path file, long checksum) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) < START + Long.BYTES) {
      return false;
    }
    try (RandomAccessFile stored = new RandomAccessFile(file.toFile(), "r")) {
      stored.seek(stored.length() - Long.BYTES);
      return stored.readLong() == checksum;
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static Results results(byte[] bytes) {
    int length = ByteBuffer.wrap(bytes).getInt(Integer.BYTES);
    if (length < 0 || length > bytes.length - START - Long.BYTES) {
      throw new UnreadableException("it promises more than it holds");
    }
    Section stored = new Section("", 1, 0, 0, bytes, START, length);
    StoredHead head = (StoredHead) stored.read(StoredHead.class).get(0).get(0);
    int at = START + length;
    List<FileRecord> files = new ArrayList<>();
    for (StoredHead.OfFile each : head.files()) {
      Sections candidates = each.candidates().in(bytes, at);
      at += candidates.length();
      Sections facts = each.facts().in(bytes, at);
      at += facts.length();
      files.add(each.with(new StoredCandidates(candidates), new StoredFacts(facts)));
    }
    return new Results(head.key(), files, head.notifications());
  }

  private static boolean isIntact(byte[] bytes) {
    return bytes.length >= START + Long.BYTES
        && ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES) == checksum(bytes);
  }

  /** Of all but the end, which holds it. */
  private static long checksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    return sum.getValue();
  }
}
