package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.engine.Settings;
import dev.zonegate.facts.ConfigSetting;
import dev.zonegate.gate.SourceListing.Filter;
import dev.zonegate.gate.SourceRoot.Holds;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResourceFilesTest {
  @TempDir Path root;

  @Test
  void aFolderOfStrangersHasResourcesAnywhere() throws IOException {
    write("p/src/main/resources/application.yml", "a: 1\n");
    write("p/src/test/resources/application.yml", "a: 1\n");
    write("p/target/classes/application.yml", "a: 1\n");
    write("p/src/main/resources/notes.txt", "x");
    write("p/src/main/java/A.java", "class A {}");
    SourceListing listing =
        SourceListing.of(
            List.of(new SourceRoot(root, Role.MAIN, Holds.BOTH)),
            root,
            new Filter(List.of(), List.of(), false));

    assertThat(listing.entries())
        .extracting(SourceEntry::path)
        .containsExactly("p/src/main/java/A.java", "p/src/main/resources/application.yml");
  }

  @Test
  void oneFolderCanHoldSourcesAndResources() throws IOException {
    write("src/acme/OrderMapper.java", "interface OrderMapper {}");
    write("src/acme/OrderMapper.xml", "<mapper/>");
    Path src = root.resolve("src");

    assertThat(paths(new SourceRoot(src, Role.MAIN))).containsExactly("src/acme/OrderMapper.java");
    assertThat(
            paths(new SourceRoot(src, Role.MAIN), new SourceRoot(src, Role.MAIN, Holds.RESOURCES)))
        .containsExactly("src/acme/OrderMapper.java", "src/acme/OrderMapper.xml");
  }

  @Test
  void resultsOfResourcesAreKept() throws IOException {
    write("src/application.yml", "server:\n  port: 8080\n");
    write("src/bootstrap.yml", "a: [\n");
    Files.write(
        root.resolve("src/old.properties"), "name=Jürgen\n".getBytes(StandardCharsets.ISO_8859_1));
    Results made = analysis().results();
    CachedAnalysis again = analysis();

    assertThat(again.isNew()).isFalse();
    assertThat(again.results().files()).isEqualTo(made.files());
    assertThat(again.results().files())
        .flatExtracting(each -> each.result().facts())
        .extracting(each -> ((ConfigSetting) each).key() + "=" + ((ConfigSetting) each).value())
        .containsExactly("server.port=8080", "name=Jürgen");
    assertThat(again.results().files())
        .flatExtracting(each -> each.result().notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.SYNTAX);
  }

  private List<String> paths(SourceRoot... roots) {
    return SourceListing.of(List.of(roots), root, Filter.ALL).entries().stream()
        .map(SourceEntry::path)
        .toList();
  }

  private CachedAnalysis analysis() throws IOException {
    List<SourceRoot> roots =
        List.of(new SourceRoot(root.resolve("src"), Role.MAIN, Holds.RESOURCES));
    SourceListing listing = SourceListing.of(roots, root, Filter.ALL);
    Inputs inputs =
        new Inputs(listing, StandardCharsets.UTF_8, List.of(), false, 0, 17, Settings.DEFAULT);
    return CachedAnalysis.of(inputs, root.resolve("out/results.bin"));
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
