package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StrictTextTest {
  @TempDir Path folder;

  @Test
  void isReadToTheLastByteThatIsAllowed() throws IOException, PolicyException {
    byte[] bytes = new byte[StrictText.LONGEST];
    Arrays.fill(bytes, (byte) 'a');
    assertThat(StrictText.of(file(bytes))).isEqualTo("a".repeat(StrictText.LONGEST));
    assertThat(StrictText.of(file("ä\n€".getBytes(StandardCharsets.UTF_8)))).isEqualTo("ä\n€");
    assertThat(StrictText.of(file(new byte[0]))).isEmpty();
  }

  @Test
  void saysWhereItIsTooLong() throws IOException {
    byte[] bytes = new byte[StrictText.LONGEST + 1];
    Arrays.fill(bytes, (byte) 'a');
    bytes[99] = '\n';
    refused(bytes, ":2:262045: is larger than 256 KiB; shorten it");
    // the byte that is one too many is no part of the place
    bytes[StrictText.LONGEST] = '\n';
    refused(bytes, ":2:262045: is larger than 256 KiB; shorten it");
  }

  @Test
  void saysWhereItIsNotUtf8() throws IOException {
    refused(new byte[] {'a', '\n', 'b', '\n', '\n', 'c', (byte) 0xC3, 0x28}, ":4:2: is not UTF-8");
    refused(new byte[] {(byte) 0xFF}, ":1:1: is not UTF-8; save it as UTF-8");
  }

  private void refused(byte[] bytes, String problem) throws IOException {
    Path file = file(bytes);
    assertThatThrownBy(() -> StrictText.of(file))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(file + problem);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("zonegate.yml"), bytes);
  }
}
