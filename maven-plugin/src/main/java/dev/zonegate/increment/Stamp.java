package dev.zonegate.increment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * By what a file is known to be the same without reading it. Like git's index it trusts no file
 * that changed just when it was looked at.
 *
 * @param size in bytes; negative if nothing may be concluded
 * @param modified in nanoseconds
 * @param changed when the system last touched it, in nanoseconds; 0 where the system does not say
 * @param node the file's number in its file system; 0 where there is none
 */
public record Stamp(long size, long modified, long changed, long node) {
  static final Stamp NONE = new Stamp(-1, 0, 0, 0);
  private static final long COARSEST_CLOCK = TimeUnit.SECONDS.toNanos(2);

  /**
   * The stamp of a file.
   *
   * @param now the time in milliseconds
   */
  static Stamp of(Path file, long now) throws IOException {
    Stamp stamp = read(file);
    return stamp.isSettled(now) ? stamp : NONE;
  }

  /** The stamp of a file or folder, however young; null if there is none. */
  public static Stamp ifThere(Path file) throws IOException {
    try {
      return read(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /**
   * Whether its last change is so long ago that the next one has another time.
   *
   * @param now the time in milliseconds
   */
  public boolean isSettled(long now) {
    long latest = Math.max(modified, changed);
    return latest < TimeUnit.MILLISECONDS.toNanos(now) - COARSEST_CLOCK;
  }

  private static Stamp read(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      Map<String, Object> known =
          Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
      return new Stamp(
          (Long) known.get("size"),
          nanos(known.get("lastModifiedTime")),
          nanos(known.get("ctime")),
          (Long) known.get("ino"));
    }
    BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
    return new Stamp(known.size(), nanos(known.lastModifiedTime()), 0, 0);
  }

  private static long nanos(Object time) {
    return ((FileTime) time).to(TimeUnit.NANOSECONDS);
  }

  boolean isSame(Stamp other) {
    return size >= 0 && isEqual(other);
  }

  /** The same as {@code equals}, which is slow the first time. */
  public boolean isEqual(Stamp other) {
    return size == other.size
        && modified == other.modified
        && changed == other.changed
        && node == other.node;
  }
}
