package dev.zonegate.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads files that somebody else wrote, up to a size. What a file says of its size is not asked: a
 * link may lead to one that says 0 and never ends.
 */
public final class SmallFile {
  private static final int WORD = Long.BYTES - 1;

  private SmallFile() {}

  /**
   * The bytes of a file.
   *
   * @return empty if it is no regular file, or larger than {@code largest} bytes
   */
  public static Optional<byte[]> read(Path file, int largest) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      // in whole words: some files without an end refuse any other number of bytes
      byte[] bytes = in.readNBytes((largest | WORD) + 1);
      return bytes.length > largest ? Optional.empty() : Optional.of(bytes);
    }
  }
}
