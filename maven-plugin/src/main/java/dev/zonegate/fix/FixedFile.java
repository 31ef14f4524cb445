package dev.zonegate.fix;

import dev.zonegate.engine.Fixer;
import dev.zonegate.gate.FileRecord;
import dev.zonegate.model.SourceText;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A file before and after its repairs. */
public final class FixedFile {
  private final String path;
  private final Path file;
  private final String sha256;
  private final EncodedText before;
  private final EncodedText after;
  private final int applied;
  private final int rejected;

  private FixedFile(
      FileRecord record, Path file, EncodedText before, EncodedText after, Fixer.Fixed fixed) {
    this.path = record.path();
    this.file = file;
    this.sha256 = record.sha256();
    this.before = before;
    this.after = after;
    this.applied = fixed.applied().size();
    this.rejected = fixed.rejected().size();
  }

  /**
   * Repairs the text of a file; nothing is written yet.
   *
   * @param record what the analysis kept of it
   * @param findings those of its findings that are to be repaired
   * @throws RefusedException if the file must be left alone
   */
  public static FixedFile of(Path root, FileRecord record, List<Finding> findings, Charset encoding)
      throws RefusedException {
    Path file = inside(root, record.path());
    byte[] bytes = unchanged(file, record);
    Optional<EncodedText> before = EncodedText.of(bytes, encoding);
    if (before.isEmpty()) {
      throw new RefusedException(record.path(), "could not be written back as it is encoded");
    }
    List<Fix> fixes = findings.stream().map(each -> each.fixes().get(0)).toList();
    Fixer.Fixed fixed = Fixer.apply(SourceText.of(before.get().text()), fixes);
    EncodedText after = before.get().with(fixed.text());
    try {
      after.bytes();
    } catch (IOException e) {
      throw new RefusedException(record.path(), "cannot hold its repair in its encoding", e);
    }
    return new FixedFile(record, file, before.get(), after, fixed);
  }

  /** Where a file really is; links may lead out of the project. */
  private static Path inside(Path root, String path) throws RefusedException {
    try {
      Path real = root.resolve(path).toRealPath();
      if (real.startsWith(root.toRealPath())) {
        return real;
      }
    } catch (IOException e) {
      throw new RefusedException(path, "is gone since it was analysed", e);
    }
    throw new RefusedException(path, "lies outside the project");
  }

  private static byte[] unchanged(Path file, FileRecord record) throws RefusedException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (sha256(bytes).equals(record.sha256())) {
        return bytes;
      }
    } catch (IOException e) {
      throw new RefusedException(record.path(), "cannot be read", e);
    }
    throw new RefusedException(record.path(), "changed since it was analysed; run the goal again");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Writes the repaired file, whole or not at all. */
  public void write() throws IOException, RefusedException {
    Path draft = Files.createTempFile(file.getParent(), "zonegate", ".tmp");
    try {
      // keeps the permissions
      Files.copy(
          file, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      if (!sha256(Files.readAllBytes(draft)).equals(sha256)) {
        throw new RefusedException(path, "changed since it was analysed; run the goal again");
      }
      Files.write(draft, after.bytes());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  public String path() {
    return path;
  }

  public int applied() {
    return applied;
  }

  public int rejected() {
    return rejected;
  }

  EncodedText before() {
    return before;
  }

  EncodedText after() {
    return after;
  }
}
