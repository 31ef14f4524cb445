package dev.zonegate.kept;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Looks at files and folders before they are read; what is missing counts, too. */
public final class Watch {
  private final long now = System.currentTimeMillis();
  private final Map<Path, Seen> seen = new LinkedHashMap<>();

  /** Looks at a file or folder, but not into it. */
  public void add(Path path) throws IOException {
    if (!seen.containsKey(path)) {
      seen.put(path, Seen.of(path, now));
    }
  }

  /** Looks at a folder, those below it that are not hidden, and the files that are wanted. */
  public void addTree(Path root, Predicate<String> isWanted) throws IOException {
    add(root);
    if (!Files.isDirectory(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            boolean isHidden = folder.getFileName().toString().startsWith(".");
            if (isHidden && !folder.equals(root)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isWanted.test(file.getFileName().toString())) {
              add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Looks at an entry of a class path. */
  public void addClasses(Path entry) throws IOException {
    addTree(entry, name -> name.endsWith(".class"));
  }

  /** Looks at all of a repository that is read and may change: where its names point. */
  public void addGit(Path folder) throws IOException {
    for (Path each : GitPlaces.names(folder)) {
      addTree(each, name -> true);
    }
  }

  /** Looks at what a name of a commit may mean beside the usual. */
  public void addRevision(Path folder, String name) throws IOException {
    if (name.matches("[A-Za-z0-9._/-]+")) {
      for (Path each : GitPlaces.ofName(folder, name)) {
        add(each);
      }
    }
  }

  List<Seen> seen() {
    return new ArrayList<>(seen.values());
  }
}
