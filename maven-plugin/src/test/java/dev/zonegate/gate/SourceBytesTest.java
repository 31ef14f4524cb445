package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Notification;
import dev.zonegate.model.Notification.Kind;
import dev.zonegate.model.SourceFile.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceBytesTest {
  private static final int LARGEST = 8 * 1024 * 1024;

  @TempDir Path folder;

  @Test
  void readsATextInItsEncoding() throws IOException {
    byte[] bytes = "class \u00c9 {}".getBytes(StandardCharsets.UTF_8);
    SourceBytes read = read(bytes);
    assertThat(read.content()).isEqualTo("class \u00c9 {}");
    assertThat(read.sha256()).isEqualTo(Sha256.of(bytes));
    assertThat(read.notifications()).isEmpty();
    assertThat(read.input().path()).isEqualTo("A.java");
    assertThat(read.input().text().content()).isEqualTo("class \u00c9 {}");
    assertThat(read.input().role()).isEqualTo(Role.TEST);
  }

  @Test
  void readsWhatIsNotOfTheEncodingByteByByteAndSaysSo() throws IOException {
    SourceBytes read = read("class \u00c9 {}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read.content()).isEqualTo("class \u00c9 {}");
    assertThat(said(read))
        .isEqualTo(
            "A.java ENCODING is not UTF-8 and was read as ISO-8859-1; convert it or set `zonegate.sourceEncoding`");
  }

  @Test
  void readsSixteenBitTextsByTheirMarkWhateverTheEncoding() throws IOException {
    for (int[] mark : new int[][] {{0xFE, 0xFF}, {0xFF, 0xFE}}) {
      boolean isBig = mark[0] == 0xFE;
      byte[] text =
          "class A {}".getBytes(isBig ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
      byte[] bytes = new byte[text.length + 2];
      bytes[0] = (byte) mark[0];
      bytes[1] = (byte) mark[1];
      System.arraycopy(text, 0, bytes, 2, text.length);
      SourceBytes read = read(bytes);
      assertThat(read.content()).isEqualTo("class A {}");
      assertThat(read.notifications()).isEmpty();
    }
    byte[] onlyAMark = {(byte) 0xFE, (byte) 0xFF};
    assertThat(read(onlyAMark).content()).isEmpty();
  }

  @Test
  void halfAMarkIsNone() throws IOException {
    assertThat(read(new byte[] {(byte) 0xFE}).content()).isEqualTo("\u00fe");
    assertThat(said(read(new byte[] {(byte) 0xFE, 0, 'a'})))
        .isEqualTo("A.java FILE is not text and is not judged");
    assertThat(said(read(new byte[] {'a', (byte) 0xFF, 0})))
        .isEqualTo("A.java FILE is not text and is not judged");
  }

  @Test
  void looksForZeroBytesAtTheStartOnly() throws IOException {
    byte[] bytes = new byte[9000];
    Arrays.fill(bytes, (byte) 'a');
    bytes[8000] = 0;
    assertThat(read(bytes).content()).hasSize(9000);
    bytes[7999] = 0;
    SourceBytes read = read(bytes);
    assertThat(read.content()).isNull();
    assertThat(read.sha256()).isEqualTo(Sha256.of(bytes));
    assertThat(said(read)).isEqualTo("A.java FILE is not text and is not judged");
    assertThat(read(new byte[] {0}).content()).isNull();
  }

  @Test
  void readsUpToALimit() throws IOException {
    byte[] bytes = new byte[LARGEST];
    Arrays.fill(bytes, (byte) ' ');
    assertThat(read(bytes).content()).hasSize(LARGEST);
    byte[] more = Arrays.copyOf(bytes, LARGEST + 5);
    Arrays.fill(more, (byte) ' ');
    SourceBytes read = read(more);
    assertThat(read.content()).isNull();
    assertThat(said(read)).isEqualTo("A.java FILE is larger than 8 MiB and is not judged");
  }

  @Test
  void readsNothingButFiles() throws IOException {
    Files.createDirectory(folder.resolve("A.java"));
    SourceBytes read = SourceBytes.read(entry(), StandardCharsets.UTF_8);
    assertThat(read.content()).isNull();
    assertThat(read.sha256()).isEmpty();
    assertThat(said(read)).isEqualTo("A.java FILE is no regular file and is not judged");
  }

  @Test
  void keepsTheDigestOfAFileOnWhichAFrontEndFailed() throws IOException {
    SourceBytes read = read(new byte[] {'a'});
    SourceBytes failed = read.failed("took too long");
    assertThat(failed.content()).isNull();
    assertThat(failed.sha256()).isEqualTo(read.sha256());
    assertThat(said(failed)).isEqualTo("A.java FILE took too long");
  }

  private static String said(SourceBytes read) {
    assertThat(read.notifications()).hasSize(1);
    Notification said = read.notifications().get(0);
    assertThat(said.kind()).isIn(Kind.FILE, Kind.ENCODING);
    return said.path() + " " + said.kind() + " " + said.message();
  }

  private SourceBytes read(byte[] bytes) throws IOException {
    Files.write(folder.resolve("A.java"), bytes);
    return SourceBytes.read(entry(), StandardCharsets.UTF_8);
  }

  private SourceEntry entry() {
    return new SourceEntry("A.java", folder.resolve("A.java"), Role.TEST);
  }
}
