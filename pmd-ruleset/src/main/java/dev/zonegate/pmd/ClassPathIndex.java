package dev.zonegate.pmd;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a class path, by package: most names that PMD asks for are guesses, and a look into
 * each of a hundred jars costs more than the answer. A damaged jar is named in the log and has no
 * files. Serves many threads.
 */
final class ClassPathIndex implements Closeable {
  private static final Logger LOG = System.getLogger(ClassPathIndex.class.getName());

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byPackage = new ConcurrentHashMap<>();

  ClassPathIndex(List<Path> classpath) throws IOException {
    for (Path each : classpath) {
      if (Files.isDirectory(each)) {
        entries.add(new Folder(each));
      } else if (Files.isRegularFile(each)) {
        addJar(each.toFile());
      }
    }
  }

  private void addJar(File file) throws IOException {
    try {
      entries.add(Jar.of(file));
    } catch (ZipException e) {
      LOG.log(Level.WARNING, "left out of the class path, is damaged: " + file.getName(), e);
    }
  }

  /** The first file of that name; null if there is none. */
  InputStream open(String name) throws IOException {
    for (Entry each : byPackage.computeIfAbsent(packageOf(name), this::having)) {
      InputStream found = each.open(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private List<Entry> having(String packageName) {
    return entries.stream().filter(each -> each.has(packageName)).toList();
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }

  @Override
  public void close() throws IOException {
    for (Entry each : entries) {
      each.close();
    }
  }

  /** A place on the class path. */
  private interface Entry extends Closeable {
    boolean has(String packageName);

    /** A file; null if it is not there. */
    InputStream open(String name) throws IOException;
  }

  private record Folder(Path path) implements Entry {
    @Override
    public boolean has(String packageName) {
      return Files.isDirectory(path.resolve(packageName));
    }

    @Override
    public InputStream open(String name) throws IOException {
      Path file = path.resolve(name);
      return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
    }

    @Override
    public void close() {
      // holds nothing open
    }
  }

  private record Jar(JarFile file, Set<String> packages) implements Entry {
    static Jar of(File path) throws IOException {
      JarFile file = new JarFile(path, false, ZipFile.OPEN_READ, Runtime.version());
      Set<String> packages = new HashSet<>();
      file.versionedStream().map(each -> packageOf(each.getName())).forEach(packages::add);
      return new Jar(file, packages);
    }

    @Override
    public boolean has(String packageName) {
      return packages.contains(packageName);
    }

    @Override
    public InputStream open(String name) throws IOException {
      JarEntry entry = file.getJarEntry(name);
      return entry == null ? null : file.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
