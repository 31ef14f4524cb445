package dev.zonegate.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * The part of a project that compiles: published sources use optional libraries that their class
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

  private final Path root;
  private final String classpath;
  private final Path output;

  private Compilable(Path root, String classpath, Path output) {
    this.root = root;
    this.classpath = classpath;
    this.output = output;
  }

  /**
   * The part of a project, copied on the first call.
   *
   * @param project a folder with {@code classpath.txt} and {@code sources}
   * @param copy its copy
   */
  static Path of(Path project, Path copy) throws IOException {
    Path done = copy.resolve("classpath.txt");
    if (!Files.exists(done)) {
      String classpath = Files.readString(project.resolve("classpath.txt")).strip();
      Path output = Files.createDirectories(copy.resolve("classes"));
      Path root = project.resolve("sources").toRealPath();
      Set<Path> files = new Compilable(root, classpath, output).files();
      for (Path each : files) {
        Path to = copy.resolve("sources").resolve(root.relativize(each).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(each));
      }
      Files.writeString(done, classpath);
    }
    return copy;
  }

  private Set<Path> files() throws IOException {
    Set<Path> files = new TreeSet<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(each -> each.toString().endsWith(".java"))
          .filter(each -> !each.endsWith("module-info.java"))
          .forEach(files::add);
    }
    for (Set<Path> broken = broken(files); !broken.isEmpty(); broken = broken(files)) {
      files.removeAll(broken);
    }
    return files;
  }

  private Set<Path> broken(Collection<Path> files) throws IOException {
    Set<Path> broken = new HashSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      manager.setLocationFromPaths(
          StandardLocation.CLASS_PATH,
          Stream.of(classpath.split(File.pathSeparator)).map(Path::of).toList());
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      compiler
          .getTask(
              null,
              manager,
              diagnostic -> add(diagnostic, broken),
              OPTIONS,
              null,
              manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return broken;
  }

  private static void add(Diagnostic<? extends JavaFileObject> diagnostic, Set<Path> broken) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR && diagnostic.getSource() != null) {
      broken.add(Path.of(diagnostic.getSource().toUri()));
    }
  }
}
