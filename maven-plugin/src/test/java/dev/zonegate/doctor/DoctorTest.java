package dev.zonegate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.gate.SourceListing;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.gate.SourceRoot;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));

  @TempDir Path root;

  @Test
  void findsNothingWrongWithTheFlagsOfTheExample() throws IOException {
    String flags = Files.readString(ROOT.resolve("examples/bank/.mvn/jvm.config"));
    assertThat(JvmFlags.missing("x", flags)).isEmpty();
    assertThat(JvmFlags.missing("x", flags.replace("--add-exports ", "--add-exports="))).isEmpty();
  }

  @Test
  void namesTheFlagsThatAreMissing() throws IOException {
    String flags = Files.readString(ROOT.resolve("examples/bank/.mvn/jvm.config"));
    assertThat(JvmFlags.missing(".mvn/jvm.config", flags.replace("javac.tree=", "javac.trees=")))
        .hasToString(
            "Optional[.mvn/jvm.config: Error Prone runs in the compiler and lacks 1 of its flags;"
                + " add --add-exports jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED]");
    assertThat(JvmFlags.missing("x", "").orElseThrow().what()).contains("lacks 10");
  }

  @Test
  void seesAShallowCloneInALinkedWorktreeToo() throws IOException {
    write("repo/.git/HEAD", "ref: refs/heads/main");
    assertThat(Checkout.symptoms(root.resolve("repo"))).isEmpty();
    write("repo/.git/shallow", "0123");
    write("repo/.git/worktrees/two/commondir", "../..");
    write("two/.git", "gitdir: " + root.resolve("repo/.git/worktrees/two") + "\n");
    assertThat(Checkout.symptoms(root.resolve("repo/module"))).hasSize(1);
    assertThat(Checkout.symptoms(root.resolve("two")))
        .singleElement()
        .returns("run `git fetch --unshallow`", Symptom::cure);
  }

  @Test
  void seesNotesThatNobodyFetches() throws IOException {
    write("repo/.git/HEAD", "ref: refs/heads/main");
    assertThat(Checkout.notes(root)).isEmpty();
    assertThat(Checkout.notes(root.resolve("repo"))).as("no server to fetch from").isEmpty();
    String remote = "[remote \"origin\"]\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n";
    write("repo/.git/config", remote);
    assertThat(Checkout.notes(root.resolve("repo/module")).orElseThrow().cure())
        .contains("+refs/notes/*:refs/notes/*");
    write("repo/.git/packed-refs", "0123 refs/notes/ai\n");
    assertThat(Checkout.notes(root.resolve("repo"))).isEmpty();
    String many = ("1".repeat(40) + " refs/tags/of-a-release\n").repeat(20_000);
    write("repo/.git/packed-refs", many + "0123 refs/notes/ai\n");
    assertThat(Checkout.notes(root.resolve("repo"))).as("behind a megabyte of others").isEmpty();
    write("repo/.git/packed-refs", many);
    assertThat(Checkout.notes(root.resolve("repo"))).isPresent();
    write("repo/.git/packed-refs", "0123 refs/heads/main\n");
    write("repo/.git/refs/notes/ai", "0123\n");
    assertThat(Checkout.notes(root.resolve("repo"))).isEmpty();
    Files.delete(root.resolve("repo/.git/refs/notes/ai"));
    write("repo/.git/config", remote + "\tfetch = +refs/notes/*:refs/notes/*\n");
    assertThat(Checkout.notes(root.resolve("repo"))).as("the server has none").isEmpty();
  }

  @Test
  void seesABuildCacheThatSkipsTheGate() throws IOException {
    assertThat(Checkout.symptoms(root)).isEmpty();
    write(".mvn/extensions.xml", "<artifactId>maven-build-cache-extension</artifactId>");
    assertThat(Checkout.symptoms(root)).hasSize(1);
    String always = "<runAlways><goalsList artifactId=\"zonegate-maven-plugin\"/></runAlways>";
    write(".mvn/maven-build-cache-config.xml", "<!-- " + always + " -->");
    assertThat(Checkout.symptoms(root)).hasSize(1);
    write(".mvn/maven-build-cache-config.xml", always);
    assertThat(Checkout.symptoms(root)).isEmpty();
  }

  @Test
  void seesABaselineThatCannotBeRead() throws IOException {
    write(".zonegate/baseline.json", "{");
    assertThat(Checkout.symptoms(root)).singleElement().returns("baseline", Symptom::where);
  }

  @Test
  void saysWhichImportsMeanNothing() throws IOException {
    write(
        "src/a/A.java",
        """
        package a;
        import java.util.List;
        import static java.util.Map.entry;
        import a.b.*;
        import a.b.B.Inner;
        import lib.Used;
        import lib.Used.Part;
        import lib.Gone;
        import com.away.*;
        class A {}
        """);
    write("src/a/b/B.java", "package a.b;\nimport com.away.Far;\nclass B { class Inner {} }\n");
    Path jar = root.resolve("lib.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("lib/Used.class"));
      zip.putNextEntry(new ZipEntry("lib/Used$Part.class"));
    }
    KnownTypes known = new KnownTypes();
    known.addJar(jar);
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    assertThat(MissingImports.symptoms(listing.entries(), known, StandardCharsets.UTF_8))
        .extracting(Symptom::toString)
        .containsExactly(
            "src/a/A.java imports com.away.* and 1 more: `com.away` is in no dependency, source or"
                + " JDK; add the dependency, or generate the sources first",
            "src/a/A.java imports lib.Gone: `lib` is in no dependency, source or JDK; add the"
                + " dependency, or generate the sources first");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
