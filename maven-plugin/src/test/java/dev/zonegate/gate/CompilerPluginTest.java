package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler finds with our plug-in is what {@code analyze} finds. */
final class CompilerPluginTest {
  private static final FileTime ALWAYS = FileTime.fromMillis(0);

  /** Those of the project, and three. */
  private static final int FILES = 16;

  @TempDir Path root;

  private EditedProject project;

  @BeforeEach
  void checkOut() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    project = new EditedProject(root, 5, 6);
    // the tests of the host know what these find
    for (String rule : List.of("TimeZone", "SwallowedError", "ResourceLeak")) {
      Files.writeString(
          project.sources().resolve(rule + "s.java"),
          """
          import java.io.*;
          import java.time.LocalDate;
          class %ss {
            LocalDate due() { return LocalDate.now(); }
            String text(String name) {
              try {
                return new BufferedReader(new FileReader(name)).readLine();
              } catch (IOException e) {
                return null;
              }
            }
          }
          """
              .formatted(rule));
    }
    Files.writeString(project.sources().resolve("p0/package-info.java"), "package p0;\n");
  }

  @Test
  void theBytesAreThoseOfAnalyze() throws IOException {
    assertThat(compile("out=" + out(), "release=17")).isEmpty();
    CachedAnalysis fromCompiler = run("zonegate", ALWAYS);
    CachedAnalysis own = run("own", FileTime.fromMillis(Long.MAX_VALUE));

    assertThat(fromCompiler.judged()).as("what the compiler left to judge").isZero();
    assertThat(own.judged()).isEqualTo(FILES);
    assertThat(out().resolve("results.bin"))
        .hasSameBinaryContentAs(root.resolve("target/own/results.bin"));
    assertThat(fromCompiler.results()).asString().contains("implicitNow");
  }

  @Test
  void aFileThatChangedSinceItWasCompiledIsJudgedAgain() throws IOException {
    compile("out=" + out(), "release=17");
    Path source = project.sources().resolve("TimeZones.java");
    Files.writeString(source, Files.readString(source) + "// more\n");
    assertThat(run("zonegate", ALWAYS).judged()).isEqualTo(1);
  }

  @Test
  void whatIsCompiledLaterIsAddedToWhatIsKnown() throws IOException {
    compile("out=" + out(), "release=17");
    run("zonegate", ALWAYS);
    Path source = project.sources().resolve("TimeZones.java");
    Files.writeString(source, Files.readString(source).replace("due", "end"));
    compile(List.of(source), "out=" + out(), "release=17");
    assertThat(run("zonegate", ALWAYS).judged()).isZero();
    run("own", FileTime.fromMillis(Long.MAX_VALUE));
    assertThat(out().resolve("results.bin"))
        .hasSameBinaryContentAs(root.resolve("target/own/results.bin"));
  }

  @Test
  void whatTheGateHasJudgedAsItIsIsNotJudgedInTheCompile() throws IOException {
    compile("out=" + out(), "release=17");
    run("zonegate", ALWAYS);
    Files.delete(compiled());
    compile("out=" + out(), "release=17");
    assertThat(compiled()).doesNotExist();

    Path source = project.sources().resolve("TimeZones.java");
    Files.writeString(source, Files.readString(source).replace("due", "end"));
    Path user = project.sources().resolve("User.java");
    Files.writeString(user, "class User { Object first = new TimeZones(); }\n");
    compile("out=" + out(), "release=17");
    CachedAnalysis both = run("zonegate", ALWAYS);
    assertThat(both.compiled()).as("what is new").isEqualTo(2);
    assertThat(both.judged()).isZero();

    Files.writeString(source, Files.readString(source).replace("end", "last"));
    compile("out=" + out(), "release=17");
    assertThat(ResultsFile.read(compiled()).orElseThrow().files())
        .extracting(FileRecord::path)
        .as("what changed, and what names it")
        .map(each -> each.substring(each.lastIndexOf('/') + 1))
        .containsExactly("TimeZones.java", "User.java");
    run("zonegate", ALWAYS);
    run("own", FileTime.fromMillis(Long.MAX_VALUE));
    assertThat(out().resolve("results.bin"))
        .hasSameBinaryContentAs(root.resolve("target/own/results.bin"));
  }

  @Test
  void whatTheGateWillNotTakeIsJudgedInTheCompile() throws IOException {
    compile("out=" + out(), "release=17");
    run("zonegate", ALWAYS);
    compile("out=" + out(), "release=11");
    assertThat(ResultsFile.read(compiled()).orElseThrow().files()).as("set apart").hasSize(FILES);

    Files.delete(compiled());
    Files.write(out().resolve("results.bin"), new byte[100]);
    compile("out=" + out(), "release=17");
    assertThat(ResultsFile.read(compiled()).orElseThrow().files()).as("damaged").hasSize(FILES);
    run("zonegate", FileTime.fromMillis(Long.MAX_VALUE));

    Files.delete(compiled());
    Files.writeString(out().resolve("ledger.bin"), "damaged");
    compile("out=" + out(), "release=17");
    assertThat(ResultsFile.read(compiled()).orElseThrow().files()).as("no ledger").hasSize(FILES);
  }

  @Test
  void whatWasCompiledByAnotherBuildOrWithOtherSettingsDoesNotCount() throws IOException {
    compile("out=" + out(), "release=17");
    assertThat(run("zonegate", FileTime.fromMillis(Long.MAX_VALUE)).judged()).isEqualTo(FILES);
    compile("out=" + out(), "release=11");
    Files.delete(out().resolve("results.bin"));
    assertThat(run("zonegate", ALWAYS).judged()).isEqualTo(FILES);
  }

  @Test
  void aFileOfSeveralTypesIsLeftToCheckUnlessJavacWorksFileByFile() throws IOException {
    Path source = project.sources().resolve("Two.java");
    Files.writeString(
        source,
        "import java.time.LocalDate;\nclass Two { Object o = LocalDate.now(); }\nclass Three {}\n");
    assertThat(compile("out=" + out(), "release=17")).isEmpty();
    assertThat(run("zonegate", ALWAYS).judged()).isEqualTo(1);
    Files.delete(out().resolve("results.bin"));
    options.add("-XDcompilePolicy=byfile");
    compile("out=" + out(), "release=17");
    assertThat(run("zonegate", ALWAYS).judged()).isZero();
  }

  @Test
  void neverFailsACompilation() throws IOException {
    assertThat(compile("out=" + out(), "colour=red"))
        .contains("Zonegate", "`colour=red` is no option");
    assertThat(compile("release=17")).contains("Zonegate", "no folder is given");
    assertThat(compile("out=" + out(), "encoding=none")).contains("encoding=none");
    // a file stands where the folder is to be
    Path file = Files.writeString(root.resolve("file"), "");
    assertThat(compile("out=" + file, "release=17")).contains("cannot keep what it found");
    Files.writeString(root.resolve("zonegate.yml"), "version: none\n");
    assertThat(compile("out=" + out(), "release=17")).contains("zonegate.yml");
  }

  @Test
  void nothingSecretIsSaidAndNothingSecretIsKept() throws IOException {
    String key = "q8ZrLw4mKiwi77Trees";
    Files.writeString(
        project.sources().resolve("Vault.java"),
        """
        class Vault {
          private static final String PASSWORD = "%s";
          String url() { return "https://shop:%s@db.example.org"; }
        }
        """
            .formatted(key, key));
    assertThat(compile("out=" + out(), "release=17")).isEmpty();
    assertThat(compile("out=" + out(), "encoding=none")).isNotEmpty().doesNotContain(key);
    assertThat(compile("out=" + out().resolve("p0"), "colour=red")).doesNotContain(key);
    assertThat(compile("out=" + project.sources().resolve("Vault.java"), "release=17"))
        .contains("cannot keep what it found")
        .doesNotContain(key);
    Files.createDirectories(out());
    compile("out=" + out(), "release=17");
    assertThat(run("zonegate", ALWAYS).results()).asString().contains("namedLiteral");
    try (Stream<Path> all = Files.walk(root.resolve("target"))) {
      List<Path> kept = all.filter(Files::isRegularFile).toList();
      assertThat(kept).isNotEmpty();
      for (Path each : kept) {
        boolean isOfJavac = each.toString().endsWith(".class");
        assertThat(isOfJavac || !Files.readString(each, StandardCharsets.ISO_8859_1).contains(key))
            .as(each.toString())
            .isTrue();
      }
    }
  }

  private final List<String> options = new ArrayList<>();

  private String compile(String... arguments) throws IOException {
    try (Stream<Path> all = Files.walk(project.sources())) {
      return compile(all.filter(each -> each.toString().endsWith(".java")).toList(), arguments);
    }
  }

  /** Compiles, which must work; gives what is said. */
  private String compile(List<Path> files, String... arguments) throws IOException {
    Path classes = Files.createDirectories(project.classes());
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("--release", "17", "-d", classes.toString()));
    all.addAll(List.of("-cp", classes.toString()));
    all.addAll(List.of("-processorpath", System.getProperty("java.class.path"), "-proc:none"));
    all.add("-Xplugin:Zonegate includeTests=true " + String.join(" ", arguments));
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean isCompiled =
          compiler
              .getTask(said, manager, null, all, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertThat(isCompiled).as(said.toString()).isTrue();
    }
    return said.toString();
  }

  private Path compiled() {
    return out().resolve(CompileResults.MAIN);
  }

  private Path out() {
    return root.resolve("target/zonegate");
  }

  private CachedAnalysis run(String name, FileTime since) throws IOException {
    List<SourceRoot> roots = List.of(new SourceRoot(project.sources(), Role.MAIN));
    SourceListing listing = SourceListing.of(roots, root, Filter.ALL);
    List<Path> classpath = List.of(project.classes());
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, classpath, true, 17, 17, Settings.DEFAULT);
    return CachedAnalysis.of(
        inputs, root.resolve("target").resolve(name).resolve("results.bin"), since);
  }
}
