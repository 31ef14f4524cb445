package dev.zonegate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The parts of projects that compile: published sources use optional libraries that their class
 * path does not have, and a compiler that stops at errors cannot be compared with one that does
 * not. What is left out is found in the project's own jar.
 */
final class Compilable {
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none",
          "-implicit:none",
          "-nowarn",
          "-Xlint:none",
          "--release",
          "17",
          "-Xmaxerrs",
          "1000000",
          "-XDshould-stop.ifError=FLOW",
          "-XDshould-stop.ifNoError=FLOW");

  private static final String MISSING_PACKAGE = "compiler.err.doesnt.exist";

  private final List<Path> roots;
  private final String classpath;
  private final Path output;

  private Compilable(List<Path> roots, String classpath, Path output) {
    this.roots = roots;
    this.classpath = classpath;
    this.output = output;
  }

  /**
   * The parts of projects that compile together, copied on the first call.
   *
   * @param projects folders, each with {@code classpath.txt} and {@code sources}
   * @param home where their copies are kept
   */
  static List<Path> of(List<Path> projects, Path home) throws IOException {
    Path done = home.resolve("done.txt");
    if (!Files.exists(done)) {
      List<Path> roots = new ArrayList<>();
      List<String> classpaths = new ArrayList<>();
      for (Path each : projects) {
        roots.add(each.resolve("sources").toRealPath());
        classpaths.add(Files.readString(each.resolve("classpath.txt")).strip());
      }
      Path output = Files.createDirectories(home.resolve("classes"));
      String all = String.join(File.pathSeparator, classpaths);
      Set<Path> files = new Compilable(roots, all, output).files();
      for (int i = 0; i < roots.size(); i++) {
        Path copy = home.resolve(projects.get(i).getFileName().toString());
        copy(files, roots.get(i), Files.createDirectories(copy.resolve("sources")));
        Files.writeString(copy.resolve("classpath.txt"), classpaths.get(i));
      }
      Files.writeString(done, "");
    }
    return projects.stream().map(each -> home.resolve(each.getFileName().toString())).toList();
  }

  private static void copy(Set<Path> files, Path root, Path sources) throws IOException {
    for (Path each : files) {
      if (each.startsWith(root)) {
        Path to = sources.resolve(root.relativize(each).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(each));
      }
    }
  }

  private Set<Path> files() throws IOException {
    Set<Path> files = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(each -> each.toString().endsWith(".java"))
            .filter(each -> !each.endsWith("module-info.java"))
            .forEach(files::add);
      }
    }
    for (Set<Path> broken = broken(files); !broken.isEmpty(); broken = broken(files)) {
      files.removeAll(broken);
    }
    return files;
  }

  private Set<Path> broken(Collection<Path> files) throws IOException {
    Set<Path> broken = new HashSet<>();
    Set<String> missing = new HashSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.of(classpath.split(File.pathSeparator)).distinct().map(Path::of).toList());
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      compiler
          .getTask(
              null,
              manager,
              diagnostic -> add(diagnostic, broken, missing),
              OPTIONS,
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    // the compiler reports a missing package in the first file that names it, not in the others
    files.stream().filter(each -> mentionsAny(each, missing)).forEach(broken::add);
    return broken;
  }

  private static void add(
      Diagnostic<? extends JavaFileObject> diagnostic, Set<Path> broken, Set<String> missing) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
      broken.add(Path.of(diagnostic.getSource().toUri()));
      if (MISSING_PACKAGE.equals(diagnostic.getCode())) {
        missing.add(missingPackage(diagnostic));
      }
    }
  }

  /** The name in front of the dot that the compiler points at. */
  private static String missingPackage(Diagnostic<? extends JavaFileObject> diagnostic) {
    try {
      return diagnostic
          .getSource()
          .getCharContent(true)
          .subSequence((int) diagnostic.getStartPosition(), (int) diagnostic.getPosition())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mentionsAny(Path file, Set<String> packages) {
    try {
      String text = Files.readString(file);
      return packages.stream().anyMatch(each -> text.contains(each + "."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
