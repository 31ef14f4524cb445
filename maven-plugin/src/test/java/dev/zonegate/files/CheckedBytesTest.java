package dev.zonegate.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckedBytesTest {
  private static final int FORMAT = 7;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("kept.bin");
    CheckedBytes.write(file, FORMAT, out -> out.writeUTF("Zürich"));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(CheckedBytes.read(file, FORMAT).orElseThrow().readUTF()).isEqualTo("Zürich");
  }

  @Test
  void theChecksumIsNoContent() throws IOException {
    var content = CheckedBytes.read(file, FORMAT).orElseThrow();
    content.readUTF();
    assertThat(content.read()).isEqualTo(-1);
  }

  @Test
  void anotherFormatIsNotRead() throws IOException {
    assertThat(CheckedBytes.read(file, FORMAT + 1)).isEmpty();
  }

  @Test
  void noFileIsNotRead() throws IOException {
    assertThat(CheckedBytes.read(folder.resolve("none.bin"), FORMAT)).isEmpty();
  }

  @Test
  void eachBitCounts() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
      byte[] bytes = whole.clone();
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      Files.write(file, bytes);
      assertThat(CheckedBytes.read(file, FORMAT)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void whatIsCutOffIsNotRead() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(CheckedBytes.read(file, FORMAT)).as("%d bytes", length).isEmpty();
    }
  }
}
