package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import net.sourceforge.pmd.reporting.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own rules pass over our own code. */
final class OwnSourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final List<String> MODULES =
      List.of("rules-core", "pmd-ruleset", "errorprone-checks", "maven-plugin");
  private static final String SEEDED =
      "class Seeded { java.time.LocalDate day = java.time.LocalDate.now(); }";

  @Test
  void theRulesFindOnlyWhatIsSeededAmongTheSourcesOfAllModules(@TempDir Path classes)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> found = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        found.filter(each -> each.toString().endsWith(".java")).forEach(files::add);
      }
    }
    List<Path> classpath = new ArrayList<>(List.of(classes));
    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .forEach(classpath::add);
    compile(files, classes, classpath);
    List<SourceInput> inputs = new ArrayList<>();
    for (Path each : files) {
      String path = ROOT.relativize(each).toString().replace(File.separatorChar, '/');
      inputs.add(new SourceInput(path, SourceText.of(Files.readString(each)), Role.MAIN));
    }
    inputs.add(new SourceInput("Seeded.java", SourceText.of(SEEDED), Role.MAIN));

    Report report = new PmdRun(classpath, "17", 2).of(inputs, PmdRun.STRICTEST);

    assertThat(inputs).hasSizeGreaterThan(200);
    assertThat(PmdRun.shown(report)).singleElement().asString().startsWith("Seeded.java:1:");
    assertThat(report.getProcessingErrors()).isEmpty();
  }

  /** Later modules are not built yet. */
  private static void compile(List<Path> files, Path classes, List<Path> classpath)
      throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> flags = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", "" + classes));
    flags.add("-cp");
    flags.add(
        classpath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    Stream.of("api", "code", "model", "tree", "util")
        .map(each -> "--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED")
        .forEach(flags::add);
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          javac
              .getTask(null, manager, null, flags, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(isCompiled).isTrue();
    }
  }
}
