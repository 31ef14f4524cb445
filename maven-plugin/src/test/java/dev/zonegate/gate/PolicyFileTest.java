package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyFileTest {
  @TempDir Path root;

  @Test
  void isFoundFromBelow() throws IOException {
    Path module = Files.createDirectories(root.resolve("services/orders"));
    Files.createDirectory(root.resolve(".mvn"));
    Path file = Files.writeString(root.resolve("zonegate.yml"), "x");
    assertThat(PolicyFile.find(module)).contains(file);
    assertThat(PolicyFile.rootOf(module)).isEqualTo(root);
  }

  @Test
  void isNotLookedForAboveTheRootOfABuild() throws IOException {
    Path build = Files.createDirectories(root.resolve("build"));
    Files.writeString(root.resolve("zonegate.yml"), "x");
    // a linked work tree has a file of that name
    Files.writeString(build.resolve(".git"), "gitdir: elsewhere");
    Path module = Files.createDirectories(build.resolve("orders"));
    assertThat(PolicyFile.find(module)).isEmpty();
    assertThat(PolicyFile.rootOf(module)).isEqualTo(build);
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    Path folder = Files.createDirectory(root.resolve("zonegate.yml"));
    assertThatThrownBy(() -> PolicyFile.load(folder, Rules.NAMES))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("is not a file");
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(root.resolve("zonegate.yml"), root.resolve("gone"));
    assertThat(PolicyFile.find(root)).contains(link);
    assertThatThrownBy(() -> PolicyFile.load(link, Rules.NAMES))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("is not a file; write it there or name another");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    Path file = Files.write(root.resolve("zonegate.yml"), new byte[10 << 20]);
    assertThatThrownBy(() -> PolicyFile.load(file, Rules.NAMES))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("is larger than 256 KiB");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = Files.write(root.resolve("zonegate.yml"), new byte[] {(byte) 0xC3, 0x28});
    assertThatThrownBy(() -> PolicyFile.load(file, Rules.NAMES))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("is not UTF-8");
  }
}
