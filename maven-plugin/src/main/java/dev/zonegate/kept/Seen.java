package dev.zonegate.kept;

import dev.zonegate.files.SmallFile;
import dev.zonegate.increment.Digest;
import dev.zonegate.increment.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a file or folder was when it was looked at.
 *
 * @param stamp null if it was not there
 * @param content number of its bytes, or of the names in it; null if the stamp says enough
 */
record Seen(String path, Stamp stamp, Long content) {
  private static final int LARGEST = 64 * 1024 * 1024;

  /**
   * Looks at it. What changed only just is read as well, since its next change may have the same
   * time.
   *
   * @param now the time in milliseconds
   */
  static Seen of(Path path, long now) throws IOException {
    Stamp stamp = Stamp.ifThere(path);
    boolean isEnough = stamp == null || stamp.isSettled(now);
    return new Seen(path.toString(), stamp, isEnough ? null : content(path));
  }

  /** Looks at what nobody else writes. */
  static Seen ofOwn(Path path) throws IOException {
    return new Seen(path.toString(), Stamp.ifThere(path), null);
  }

  /** Whether it is as it was. */
  boolean holds() throws IOException {
    Path file = Path.of(path);
    if (content != null) {
      return Files.exists(file) && content(file) == content;
    }
    Stamp now = Stamp.ifThere(file);
    return now == null || stamp == null ? now == stamp : now.isEqual(stamp);
  }

  private static long content(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      // what is too large to read is taken for changed
      return SmallFile.read(path, LARGEST).map(Digest::of).orElseGet(System::nanoTime);
    }
    try (Stream<Path> entries = Files.list(path)) {
      String names =
          entries
              .map(each -> each.getFileName().toString())
              .sorted()
              .collect(Collectors.joining("/"));
      return Digest.of(names.getBytes(StandardCharsets.UTF_8));
    }
  }
}
