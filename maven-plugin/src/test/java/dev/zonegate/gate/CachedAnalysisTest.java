package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CachedAnalysisTest {
  private static final String GOOD =
      "package a;\nimport java.time.LocalDate;\nclass %s {\n  LocalDate due() { return LocalDate.now(); }\n}\n";

  @TempDir Path root;

  @Test
  void findsTheSameFromSourcesAndFromClasses() throws IOException {
    Path source = write("src/a/Invoice.java", GOOD.formatted("Invoice"));
    Path classes = Files.createDirectories(root.resolve("classes"));
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", classes.toString(), source.toString());
    assertThat(exit).isZero();
    Results compiled = run(true, List.of(classes), Settings.DEFAULT).results();
    Results uncompiled = run(false, List.of(), Settings.DEFAULT).results();
    assertThat(compiled.files()).isEqualTo(uncompiled.files());
    assertThat(findings(compiled)).containsExactly("src/a/Invoice.java:4:38 TimeZone.implicitNow");
  }

  @Test
  void readsWithJavacWhatPmdCannotParse() throws IOException {
    write(
        "src/a/Broken.java",
        GOOD.formatted("Broken").replace("}\n}", "}\n  void x( { int = 1; }\n}"));
    write("src/a/Fine.java", GOOD.formatted("Fine"));
    Path classes = Files.createDirectories(root.resolve("classes"));
    Results results = run(true, List.of(classes), Settings.DEFAULT).results();
    assertThat(findings(results))
        .containsExactly(
            "src/a/Broken.java:4:38 TimeZone.implicitNow",
            "src/a/Fine.java:4:38 TimeZone.implicitNow");
    assertThat(results.files().get(0).result().notifications())
        .extracting(Notification::kind)
        .contains(Notification.Kind.SYNTAX);
    assertThat(results.files().get(1).result().notifications()).isEmpty();
  }

  @Test
  void goesOnPastFilesThatAreNoSource() throws IOException {
    write("src/a/Fine.java", GOOD.formatted("Fine"));
    Files.write(root.resolve("src/a/Binary.java"), new byte[] {1, 0, 2});
    Files.write(
        root.resolve("src/a/Latin.java"),
        "class Latin { String s = \"\u00fc\"; }".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        root.resolve("src/a/Wide.java"), GOOD.formatted("Wide").getBytes(StandardCharsets.UTF_16));
    Files.write(root.resolve("src/a/Huge.java"), new byte[9 << 20]);
    Files.writeString(root.resolve("src/a/Empty.java"), "");
    Files.createSymbolicLink(root.resolve("src/a/Gone.java"), root.resolve("nowhere"));
    Results results = run(false, List.of(), Settings.DEFAULT).results();
    assertThat(results.files()).hasSize(7);
    assertThat(findings(results))
        .containsExactly(
            "src/a/Fine.java:4:38 TimeZone.implicitNow",
            "src/a/Wide.java:4:38 TimeZone.implicitNow");
    assertThat(results.files())
        .flatExtracting(each -> each.result().notifications())
        .extracting(each -> each.kind() + " " + each.path() + " " + each.message())
        .containsExactly(
            "FILE src/a/Binary.java is not text and is not judged",
            "FILE src/a/Gone.java is no regular file and is not judged",
            "FILE src/a/Huge.java is larger than 8 MiB and is not judged",
            "ENCODING src/a/Latin.java is not UTF-8 and was read as ISO-8859-1; convert it or set `zonegate.sourceEncoding`");
  }

  @Test
  void judgesEachOfTwoFilesWithOneClassName() throws IOException {
    write("src/one/Main.java", GOOD.formatted("Main"));
    write("src/two/Main.java", GOOD.formatted("Main"));
    assertThat(findings(run(false, List.of(), Settings.DEFAULT).results())).hasSize(2);
  }

  @Test
  void judgesTheSamePathInEachOfSeveralRoots() throws IOException {
    write("one/src/a/Main.java", GOOD.formatted("Main"));
    write("one/src/module-info.java", "module one {}");
    write("two/src/a/Main.java", GOOD.formatted("Main").replace("due", "end"));
    write("two/src/module-info.java", "module two { requires one; requires gone; }");
    Files.createDirectories(root.resolve("three/src"));
    List<SourceRoot> roots =
        Stream.of("one", "two", "three")
            .map(each -> new SourceRoot(root.resolve(each).resolve("src"), Role.MAIN))
            .toList();
    Results results = run(roots, false, List.of(), Settings.DEFAULT).results();
    assertThat(findings(results))
        .containsExactly(
            "one/src/a/Main.java:4:38 TimeZone.implicitNow",
            "two/src/a/Main.java:4:38 TimeZone.implicitNow");
    assertThat(results.files())
        .flatExtracting(each -> each.result().notifications())
        .as("module declarations are no obstacle")
        .isEmpty();
  }

  @Test
  void goesOnWithADamagedJar() throws IOException {
    write("src/a/Fine.java", GOOD.formatted("Fine"));
    Path jar = write("lib/x.jar", "no archive");
    assertThat(findings(run(false, List.of(jar), Settings.DEFAULT).results())).hasSize(1);
    assertThat(findings(run(true, List.of(jar), Settings.DEFAULT).results())).hasSize(1);
  }

  @Test
  void isMadeAnewWhenItsFileIsDamaged() throws IOException {
    write("src/a/Fine.java", GOOD.formatted("Fine"));
    Results first = run(false, List.of(), Settings.DEFAULT).results();
    Files.write(root.resolve("out/results.bin"), new byte[] {(byte) 0xC3, 0x28, 0x0A});
    CachedAnalysis second = run(false, List.of(), Settings.DEFAULT);
    assertThat(second.isNew()).isTrue();
    assertThat(second.results()).isEqualTo(first);
  }

  @Test
  void isKeptUntilSomethingChanges() throws IOException {
    Path source = write("src/a/Fine.java", GOOD.formatted("Fine"));
    assertThat(run(false, List.of(), Settings.DEFAULT).isNew()).isTrue();
    assertThat(run(false, List.of(), Settings.DEFAULT).isNew()).isFalse();

    // same length, so that only the content tells
    Files.writeString(source, Files.readString(source).replace("due", "end"));
    assertThat(run(false, List.of(), Settings.DEFAULT).isNew()).isTrue();
    write("src/a/More.java", GOOD.formatted("More"));
    assertThat(run(false, List.of(), Settings.DEFAULT).isNew()).isTrue();
    assertThat(run(false, List.of(), new Settings(Set.of(), Set.of("TimeZone.desktop"))).isNew())
        .isTrue();
    Path jar = write("lib/x.jar", "1");
    assertThat(run(false, List.of(jar), Settings.DEFAULT).isNew()).isTrue();
    assertThat(run(false, List.of(jar), Settings.DEFAULT).isNew()).isFalse();
  }

  @Test
  void knowsNoFolderOfTheMachineAndNoTime() throws IOException {
    write("src/a/Fine.java", GOOD.formatted("Fine"));
    run(false, List.of(), Settings.DEFAULT);
    byte[] first = Files.readAllBytes(root.resolve("out/results.bin"));
    Files.delete(root.resolve("out/results.bin"));
    run(false, List.of(), Settings.DEFAULT);
    assertThat(root.resolve("out/results.bin")).hasBinaryContent(first);
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain(root.toString());
  }

  private CachedAnalysis run(boolean areCompiled, List<Path> classpath, Settings settings)
      throws IOException {
    List<SourceRoot> roots = List.of(new SourceRoot(root.resolve("src"), Role.MAIN));
    return run(roots, areCompiled, classpath, settings);
  }

  private CachedAnalysis run(
      List<SourceRoot> roots, boolean areCompiled, List<Path> classpath, Settings settings)
      throws IOException {
    SourceListing listing = SourceListing.of(roots, root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, classpath, areCompiled, 0, 17, settings);
    return CachedAnalysis.of(inputs, root.resolve("out/results.bin"));
  }

  private static List<String> findings(Results results) {
    return results.files().stream()
        .flatMap(each -> each.result().findings().stream())
        .map(
            each ->
                each.path()
                    + ":"
                    + each.at().startLine()
                    + ":"
                    + each.at().startColumn()
                    + " "
                    + each.key())
        .toList();
  }

  private Path write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
