package dev.zonegate.files;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes files that are there whole, or as they were, whenever the program ends. */
public final class WholeFile {
  /** Writes what the file is to hold. */
  @FunctionalInterface
  public interface Content {
    void write(Path draft) throws IOException;
  }

  private static final AtomicInteger DRAFTS = new AtomicInteger();

  private WholeFile() {}

  /** Writes beside the file and puts it in its place at once; many may do so together. */
  public static void write(Path file, Content content) throws IOException {
    Path draft = draft(file);
    Files.createDirectories(draft.getParent());
    try {
      content.write(draft);
      replace(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A file beside another that nobody else uses, for what is to take its place. */
  public static Path draft(Path file) {
    // unlike a temporary file of Java's this one is readable for whom the folder is
    long number = ProcessHandle.current().pid() << Integer.SIZE | DRAFTS.incrementAndGet();
    String name = "." + file.getFileName() + "." + Long.toHexString(number) + ".tmp";
    return file.toAbsolutePath().resolveSibling(name);
  }

  /** Puts a draft that is whole in the place of a file at once. */
  public static void replace(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
