package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.resource.ResourceNames;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceListingTest {
  @TempDir Path root;

  @Test
  void listsJavaFilesSortedAndOnce() throws IOException {
    touch("src/b/B.java", "src/a/A.java", "src/a/notes.md", "src/.hidden/H.java");
    SourceListing listing =
        SourceListing.of(List.of(main("src"), main("src/a"), main("gone")), root, Filter.ALL);
    assertThat(paths(listing)).containsExactly("src/a/A.java", "src/b/B.java");
    assertThat(listing.notifications()).isEmpty();
  }

  @Test
  void readsNeitherOtherLanguagesNorScriptsNorPages() throws IOException {
    touch("src/a/A.java", "src/a/Prices.kt", "src/data.sql", "src/README.md");
    assertThat(paths(SourceListing.of(List.of(main("src")), root, Filter.ALL)))
        .containsExactly("src/a/A.java");
    assertThat(List.of("src/a/Prices.kt", "src/data.sql", "src/README.md"))
        .allSatisfy(each -> assertThat(ResourceNames.format(each)).isEmpty());
  }

  @Test
  void pathsAreRelativeToAFolderThatTheyLieIn() {
    Path file = root.resolve("a").resolve("A.java");
    assertThat(SourceListing.relative(root, file)).isEqualTo("a/A.java");
    assertThat(SourceListing.relative(root.resolve("b"), file)).endsWith("/a/A.java");
    assertThat(SourceListing.relative(root.resolve("a"), root.resolve("ab"))).endsWith("/ab");
    assertThat(SourceListing.relative(Path.of(""), Path.of("/a/A.java"))).isEqualTo("/a/A.java");
    assertThat(SourceListing.relative(Path.of("/"), Path.of("/a/A.java"))).isEqualTo("a/A.java");
    assertThat(SourceListing.relative(root, root)).isEmpty();
  }

  @Test
  void takesOneFile() throws IOException {
    touch("A.java");
    Path file = root.resolve("A.java");
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(file, Role.MAIN)), root, Filter.ALL);
    assertThat(paths(listing)).containsExactly("A.java");
  }

  @Test
  void filtersByPathInTheBuildOrInTheRoot() throws IOException {
    touch("m/src/com/acme/A.java", "m/src/com/acme/gen/B.java", "n/src/com/acme/C.java");
    List<SourceRoot> roots = List.of(main("m/src"), main("n/src"));
    assertThat(paths(SourceListing.of(roots, root, filter("m/**", "com/acme/gen"))))
        .containsExactly("m/src/com/acme/A.java");
    assertThat(paths(SourceListing.of(roots, root, filter("com/acme/*.java", "n"))))
        .containsExactly("m/src/com/acme/A.java");
  }

  @Test
  void leavesTestsOut() throws IOException {
    touch(
        "p/src/test/java/T.java", "p/src/main/java/M.java", "p/target/generated-sources/x/G.java");
    List<SourceRoot> roots = List.of(new SourceRoot(root, Role.MAIN));
    SourceListing listing = SourceListing.of(roots, root, new Filter(List.of(), List.of(), false));
    assertThat(listing.entries())
        .extracting(each -> each.role() + " " + each.path())
        .containsExactly(
            "MAIN p/src/main/java/M.java", "GENERATED p/target/generated-sources/x/G.java");
    assertThat(SourceListing.of(roots, root, Filter.ALL).entries())
        .extracting(SourceEntry::role)
        .contains(Role.TEST);
  }

  @Test
  void goesOnAfterALoopOfLinks() throws IOException {
    touch("a/A.java");
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    SourceListing listing =
        SourceListing.of(List.of(new SourceRoot(root, Role.MAIN)), root, Filter.ALL);
    assertThat(paths(listing)).containsExactly("a/A.java");
    assertThat(listing.notifications())
        .extracting(Notification::path, Notification::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "a/loop", "is a link to a folder and is not followed; name the folder itself"));
  }

  @Test
  void listsWhatItsRootHolds() throws IOException {
    touch("r/A.java", "r/a.properties", "r/notes.md", "r/target/b.properties");
    assertThat(held(SourceRoot.Holds.SOURCES)).containsExactly("r/A.java");
    assertThat(held(SourceRoot.Holds.RESOURCES)).containsExactly("r/a.properties");
    assertThat(held(SourceRoot.Holds.BOTH)).containsExactly("r/A.java", "r/a.properties");
  }

  @Test
  void knowsMappersByHowTheyBegin() throws IOException {
    touch("r/data.xml", "r/pom.xml", "r/target/statements.xml");
    for (String each : List.of("statements.xml", "target/statements.xml")) {
      Files.writeString(
          root.resolve("r").resolve(each), "<mapper namespace='acme.Orders'></mapper>");
    }
    assertThat(held(SourceRoot.Holds.BOTH)).containsExactly("r/pom.xml", "r/statements.xml");
    assertThat(held(SourceRoot.Holds.SOURCES)).isEmpty();
  }

  private List<String> held(SourceRoot.Holds holds) {
    SourceRoot held = new SourceRoot(root.resolve("r"), Role.MAIN, holds);
    return paths(SourceListing.of(List.of(held), root, Filter.ALL));
  }

  @Test
  void takesTheRoleOfTheRootUnlessThatIsMain() throws IOException {
    touch("r/src/test/java/A.java");
    SourceRoot generated = new SourceRoot(root.resolve("r"), Role.GENERATED);
    assertThat(SourceListing.of(List.of(generated), root, Filter.ALL).entries())
        .extracting(SourceEntry::role)
        .containsExactly(Role.GENERATED);
  }

  @Test
  void tellsOfLinksInOrderWhateverTheOrderOfTheRoots() throws IOException {
    touch("a/A.java", "b/B.java");
    Files.createSymbolicLink(root.resolve("b/loop"), root);
    Files.createSymbolicLink(root.resolve("a/loop"), root);
    assertThat(SourceListing.of(List.of(main("b"), main("a")), root, Filter.ALL).notifications())
        .extracting(Notification::path)
        .containsExactly("a/loop", "b/loop");
  }

  @Test
  void isEmptyWithoutFilesAndWithoutAnythingToSay() throws IOException {
    touch("a/A.java");
    Files.createDirectories(root.resolve("links"));
    Files.createSymbolicLink(root.resolve("links/loop"), root);
    assertThat(SourceListing.of(List.of(main("gone")), root, Filter.ALL).isEmpty()).isTrue();
    assertThat(SourceListing.of(List.of(main("a")), root, Filter.ALL).isEmpty()).isFalse();
    assertThat(SourceListing.of(List.of(main("links")), root, Filter.ALL).isEmpty()).isFalse();
  }

  private SourceRoot main(String folder) {
    return new SourceRoot(root.resolve(folder), Role.MAIN);
  }

  private static Filter filter(String include, String exclude) {
    return new Filter(List.of(Glob.of(include)), List.of(Glob.of(exclude)), true);
  }

  private static List<String> paths(SourceListing listing) {
    return listing.entries().stream().map(SourceEntry::path).toList();
  }

  private void touch(String... paths) throws IOException {
    for (String each : paths) {
      Path file = root.resolve(each);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "class X {}");
    }
  }
}
