package dev.zonegate.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** Binary files that begin with the number of their format and end with a checksum of it all. */
public final class CheckedBytes {
  /** Writes what stands between the two. */
  @FunctionalInterface
  public interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private CheckedBytes() {}

  /** Writes a file whole. */
  public static void write(Path file, int format, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(format);
    content.write(out);
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    WholeFile.write(file, draft -> Files.write(draft, bytes.toByteArray()));
  }

  /** What stands in a file; empty if there is none, or none that is whole and of this format. */
  public static Optional<DataInputStream> read(Path file, int format) throws IOException {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    int length = bytes.length - Long.BYTES;
    boolean isWhole =
        length >= Integer.BYTES
            && ByteBuffer.wrap(bytes).getInt() == format
            && ByteBuffer.wrap(bytes, length, Long.BYTES).getLong() == checksum(bytes, length);
    return isWhole ? Optional.of(content(bytes, length)) : Optional.empty();
  }

  private static DataInputStream content(byte[] bytes, int length) {
    int start = Integer.BYTES;
    return new DataInputStream(new ByteArrayInputStream(bytes, start, length - start));
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }
}
