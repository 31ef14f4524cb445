package dev.zonegate.increment;

import java.io.IOException;
import java.nio.file.FileSystems;
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
  private static final String IS_FILE = "isRegularFile";
  private static final String SIZE = "size";
  private static final String MODIFIED = "lastModifiedTime";
  private static final String CHANGED = "ctime";
  private static final String NODE = "ino";
  private static final String ALL =
      "unix:" + String.join(",", IS_FILE, SIZE, MODIFIED, CHANGED, NODE);

  /** Asked once: what a file system answers is a new set each time. */
  private static final boolean IS_UNIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

  /**
   * The stamp of a file.
   *
   * @param now the time in milliseconds
   * @return {@link #NONE} if it is no file, cannot be looked at, or was changed just now
   */
  static Stamp of(Path file, long now) {
    try {
      Stamp stamp = read(file, true);
      return stamp.isSettled(now) ? stamp : NONE;
    } catch (IOException e) {
      return NONE;
    }
  }

  /** The stamp of a file or folder, however young; null if there is none. */
  public static Stamp ifThere(Path file) throws IOException {
    try {
      return read(file, false);
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

  private static Stamp read(Path file, boolean wantsFile) throws IOException {
    if (IS_UNIX && file.getFileSystem() == FileSystems.getDefault()) {
      Map<String, Object> known = Files.readAttributes(file, ALL);
      if (wantsFile && !(Boolean) known.get(IS_FILE)) {
        return NONE;
      }
      return new Stamp(
          (Long) known.get(SIZE),
          nanos(known.get(MODIFIED)),
          nanos(known.get(CHANGED)),
          (Long) known.get(NODE));
    }
    BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
    if (wantsFile && !known.isRegularFile()) {
      return NONE;
    }
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
