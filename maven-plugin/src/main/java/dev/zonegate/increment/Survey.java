package dev.zonegate.increment;

import dev.zonegate.increment.Ledger.Source;
import dev.zonegate.increment.Ledger.Unit;
import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Looks at the files of a build; reads those only that may have changed since a ledger. */
public final class Survey {
  private final Ledger known;
  private final long now;
  private final Map<String, Source> sources = new TreeMap<>();
  private final Map<String, Unit> units = new TreeMap<>();

  /**
   * A survey.
   *
   * @param known of the same key; an empty one if there is none
   */
  public Survey(Ledger known) {
    this(known, System.currentTimeMillis());
  }

  /** A survey at a time, in milliseconds. */
  Survey(Ledger known, long now) {
    this.known = known;
    this.now = now;
  }

  /** What was seen. */
  public Ledger ledger() {
    return new Ledger(known.key(), known.results(), sources, units);
  }

  /** Reads a file's bytes as they are judged, and decodes them. */
  public interface Reader {
    /** Digest of the bytes; empty if they cannot be read. */
    String sha256() throws IOException;

    /** Its text; null if there is none. */
    String text() throws IOException;
  }

  /**
   * Looks at a file that is judged.
   *
   * @param kind what it is judged as
   * @param isUnit whether others see it as it stands here, and not its class files
   */
  public void addSource(String path, Path file, String kind, boolean isUnit, Reader reader)
      throws IOException {
    Source old = known.sources().get(path);
    Unit seen = known.units().get(path);
    boolean isKnown = old != null && old.kind().equals(kind) && (seen != null || !isUnit);
    Stamp stamp = Stamp.of(file, now);
    if (isKnown && stamp.isSame(old.stamp())) {
      keep(path, old, seen);
      return;
    }
    String sha256 = reader.sha256();
    Source read = new Source(stamp, kind, sha256, Words.NONE);
    if (isKnown && read.isSame(old)) {
      keep(path, new Source(stamp, kind, sha256, old.words()), seen);
      return;
    }
    String text = path.endsWith(".java") ? reader.text() : null;
    SourceText source = SourceText.of(text == null ? "" : text);
    sources.put(path, new Source(stamp, kind, sha256, SourceShown.words(source)));
    if (isUnit && path.endsWith(".java")) {
      Shown shown = SourceShown.read(path.substring(path.lastIndexOf('/') + 1), source);
      units.put(path, new Unit(stamp, 0, shown));
    }
  }

  private void keep(String path, Source source, Unit unit) {
    sources.put(path, source);
    if (unit != null) {
      units.put(path, unit);
    }
  }

  /**
   * Looks at the class files of a folder.
   *
   * @param name by which it is known in the ledger
   */
  public void addClasses(String name, Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String fileName = file.getFileName().toString();
            if (fileName.endsWith(".class")) {
              String path = folder.relativize(file).toString().replace('\\', '/');
              addClass(name + ":" + path, file, fileName);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void addClass(String path, Path file, String fileName) throws IOException {
    Unit old = known.units().get(path);
    Stamp stamp = Stamp.of(file, now);
    if (old != null && stamp.isSame(old.stamp())) {
      units.put(path, old);
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    long digest = Digest.of(bytes);
    Supplier<Shown> shown = () -> ClassShown.read(fileName, bytes);
    boolean isSame = old != null && old.digest() == digest;
    units.put(path, new Unit(stamp, digest, isSame ? old.shown() : shown.get()));
  }
}
