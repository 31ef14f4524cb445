package dev.zonegate.frontend.javac;

import dev.zonegate.frontend.javac.Batches.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows javac the files outside its batch, without their code, when it looks for a type. Of types
 * with one name it shows the one from a root of the batch, else the first.
 */
final class SourcePath extends ForwardingJavaFileManager<StandardJavaFileManager> {
  private final Map<String, List<Source>> byPackage;
  private final Set<String> ownNames = new HashSet<>();
  private final Set<String> ownRoots = new HashSet<>();

  /**
   * The view of one batch.
   *
   * @param byPackage all files
   */
  SourcePath(
      StandardJavaFileManager files, Map<String, List<Source>> byPackage, List<Source> batch) {
    super(files);
    this.byPackage = byPackage;
    for (Source source : batch) {
      ownNames.addAll(source.outline().qualifiedNames());
      ownRoots.add(source.root());
    }
  }

  /** All files by package. */
  static Map<String, List<Source>> byPackage(List<Source> sources) {
    Map<String, List<Source>> found = new HashMap<>();
    for (Source source : sources) {
      found.computeIfAbsent(source.outline().packageName(), p -> new ArrayList<>()).add(source);
    }
    return found;
  }

  @Override
  public boolean hasLocation(JavaFileManager.Location location) {
    return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location,
      String packageName,
      Set<JavaFileObject.Kind> kinds,
      boolean recurse)
      throws IOException {
    if (location != StandardLocation.SOURCE_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    if (!kinds.contains(JavaFileObject.Kind.SOURCE)) {
      return List.of();
    }
    Map<String, Source> chosen = new HashMap<>();
    for (Source source : byPackage.getOrDefault(packageName, List.of())) {
      for (String name : source.outline().qualifiedNames()) {
        if (!ownNames.contains(name)) {
          chosen.merge(name, source, this::preferred);
        }
      }
    }
    List<JavaFileObject> files = new ArrayList<>();
    chosen.forEach((name, source) -> files.add(new MemoryFile(source, name)));
    return files;
  }

  private Source preferred(Source first, Source other) {
    return ownRoots.contains(first.root()) || !ownRoots.contains(other.root()) ? first : other;
  }

  @Override
  public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    return file instanceof MemoryFile memory
        ? memory.binaryName()
        : super.inferBinaryName(location, file);
  }

  @Override
  public boolean isSameFile(javax.tools.FileObject one, javax.tools.FileObject other) {
    return one instanceof MemoryFile || other instanceof MemoryFile
        ? one.equals(other)
        : super.isSameFile(one, other);
  }

  @Override
  public boolean contains(JavaFileManager.Location location, javax.tools.FileObject file)
      throws IOException {
    return file instanceof MemoryFile
        ? location == StandardLocation.SOURCE_PATH
        : super.contains(location, file);
  }
}
