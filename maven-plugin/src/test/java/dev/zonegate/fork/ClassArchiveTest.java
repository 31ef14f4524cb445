package dev.zonegate.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClassArchiveTest {
  @TempDir Path folder;

  private Path jar;

  @BeforeEach
  void jar() throws IOException {
    jar = Files.write(folder.resolve("plugin.jar"), new byte[] {1});
  }

  @Test
  void theFirstBuildMakesNoneAndTheSecondMakesIt() throws IOException {
    ClassArchive first = archive();
    assertThat(first.options()).isEmpty();
    assertThat(first.arguments()).isEmpty();
    ClassArchive second = archive();
    assertThat(second.options()).containsExactly("-XX:+RecordDynamicDumpInfo");
    Path file = Path.of(second.arguments().get(0));
    assertThat(file.getParent()).isEqualTo(folder);
    Files.createFile(file);
    assertThat(archive().options()).containsExactly("-XX:SharedArchiveFile=" + file);
    assertThat(archive().arguments()).isEmpty();
  }

  @Test
  void isAnotherOneForOtherJars() throws IOException {
    archive().arguments();
    Path of = Path.of(archive().arguments().get(0));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    archive().arguments();
    assertThat(Path.of(archive().arguments().get(0))).isNotEqualTo(of);
  }

  @Test
  void thereIsNoneOfFolders() throws IOException {
    assertThat(ClassArchive.of(List.of(jar, folder))).isEmpty();
  }

  @Test
  void aVirtualMachineThatIsNotSetUpForItMakesNoneAndLeavesNothing() throws IOException {
    assertThatThrownBy(() -> ClassArchive.dump(folder.resolve("made.jsa")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("this virtual machine ma");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(jar);
    }
  }

  private ClassArchive archive() throws IOException {
    return ClassArchive.of(List.of(jar)).orElseThrow();
  }
}
