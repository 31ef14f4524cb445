package dev.zonegate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Sources of real projects, pinned, with the class paths that they compile against.
 *
 * @param name of the workload, in figures
 * @param folders each with {@code classpath.txt} and {@code sources}
 */
record Workload(String name, List<Path> folders) {
  /** By about how many thousand lines they have. */
  static final Map<String, List<String>> PROJECTS =
      Map.of(
          "40", List.of("spring-jdbc"),
          "150", List.of("flowable"),
          "750", List.of("flowable", "hapi", "keycloak", "commons-lang3", "mosip"));

  Workload {
    folders = List.copyOf(folders);
  }

  /** The pinned workload of a name, from unpacked projects. */
  static Workload pinned(String name, Path home) throws IOException {
    List<Path> projects =
        PROJECTS.getOrDefault(name, List.of()).stream().map(home::resolve).toList();
    return new Workload(name, Compilable.of(projects, home.resolve("compilable").resolve(name)));
  }

  /** The folders that the Java files lie in. */
  List<Path> roots() {
    return folders.stream().map(each -> each.resolve("sources")).toList();
  }

  /** All Java files. */
  List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path root : roots()) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(each -> each.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  /** Jars, each once, those of the projects themselves among them. */
  List<Path> classpath() throws IOException {
    Set<Path> jars = new LinkedHashSet<>();
    for (Path folder : folders) {
      String line = Files.readString(folder.resolve("classpath.txt")).strip();
      Stream.of(line.split(File.pathSeparator))
          .filter(each -> !each.isEmpty())
          .map(Path::of)
          .forEach(jars::add);
    }
    return List.copyOf(jars);
  }

  /** The jars that hold the classes of the sources. */
  List<Path> ownJars() throws IOException {
    List<String> classes = new ArrayList<>();
    for (Path root : roots()) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .map(each -> root.relativize(each).toString().replace(File.separatorChar, '/'))
            .filter(each -> each.endsWith(".java") && !each.endsWith("-info.java"))
            .map(each -> each.replaceFirst("java$", "class"))
            .forEach(classes::add);
      }
    }
    List<Path> own = new ArrayList<>();
    for (Path jar : classpath()) {
      if (holdsAny(jar, classes)) {
        own.add(jar);
      }
    }
    return own;
  }

  private static boolean holdsAny(Path jar, List<String> classes) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return classes.stream().anyMatch(each -> file.getEntry(each) != null);
    }
  }
}
