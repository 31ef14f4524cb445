package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a test in a folder without a build. */
final class LooseTestsTest {
  private static final String TEST =
      "import org.junit.jupiter.api.Test;\nclass A {\n  @Test void a() {}\n}\n";

  @TempDir Path root;

  @Test
  void aFileWithTestMethodsIsATestWhereverItLies() throws IOException {
    assertThat(role("some/A.java", TEST)).isEqualTo(Role.TEST);
    assertThat(role("B.java", "import junit.framework.TestCase;\nclass B extends TestCase {}\n"))
        .isEqualTo(Role.TEST);
  }

  @Test
  void anImportTakesNothingOutOfMain() throws IOException {
    assertThat(role("src/main/java/A.java", TEST)).isEqualTo(Role.MAIN);
    assertThat(role("m/src/main/java/A.java", TEST)).isEqualTo(Role.MAIN);
  }

  @Test
  void aFileThatOnlyNamesATestFrameworkIsNoTest() throws IOException {
    assertThat(role("A.java", "import org.junit.jupiter.api.Assertions;\nclass A {}\n"))
        .isEqualTo(Role.MAIN);
    assertThat(role("B.java", "class B {\n  @Test void b() {}\n}\n")).isEqualTo(Role.MAIN);
  }

  private Role role(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    List<SourceRoot> roots = List.of(new SourceRoot(file, Role.MAIN));
    SourceListing listing = SourceListing.of(roots, root, SourceListing.Filter.ALL);
    return LooseTests.told(listing).entries().get(0).role();
  }
}
