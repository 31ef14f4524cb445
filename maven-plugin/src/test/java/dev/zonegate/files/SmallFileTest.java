package dev.zonegate.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SmallFileTest {
  @TempDir Path folder;

  @Test
  void readsUpToItsLargestSize() throws IOException {
    Path file = Files.write(folder.resolve("a"), new byte[] {1, 2, 3});
    assertThat(SmallFile.read(file, 3)).hasValue(new byte[] {1, 2, 3});
    assertThat(SmallFile.read(file, 2)).isEmpty();
    assertThat(SmallFile.read(folder, 3)).isEmpty();
    assertThat(SmallFile.read(folder.resolve("b"), 3)).isEmpty();
  }

  /** It says that it is a regular file of no bytes, and has thousands of gigabytes. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void ofAFileWithoutAnEndItReadsNoMore() throws IOException {
    Path endless = Path.of("/proc/self/pagemap");
    assertThat(Files.isRegularFile(endless)).isTrue();
    assertThat(Files.size(endless)).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), endless);
    assertThat(SmallFile.read(link, 1 << 16)).isEmpty();
  }
}
