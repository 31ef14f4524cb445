package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.increment.Ledger.Source;
import dev.zonegate.increment.Ledger.Unit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerFileTest {
  private static final Stamp STAMP = new Stamp(1, 2, 3, 4);
  private static final Shown SHOWN =
      new Shown(true, Words.in("Order"), 5, Map.of(6, 7L, 8, 9L), Words.in("shop Item"));
  private static final Ledger LEDGER =
      new Ledger(
          "key",
          10,
          Map.of("a/Ä.java", new Source(STAMP, "MAIN", "ff", Words.in("class Ä"))),
          Map.of("0:a.class", new Unit(STAMP, 11, SHOWN), "0:b.class", new Unit(STAMP, 12, null)));

  @TempDir Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    Path file = folder.resolve(LedgerFile.NAME);
    assertThat(LedgerFile.read(file)).isEmpty();
    LedgerFile.write(LEDGER, file);
    assertThat(LedgerFile.read(file)).contains(LEDGER);
  }

  @Test
  void isNotTakenFromADamagedFile() throws IOException {
    Path file = folder.resolve(LedgerFile.NAME);
    LedgerFile.write(LEDGER, file);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] wrong = whole.clone();
      wrong[at] ^= 1;
      Files.write(file, wrong);
      assertThat(LedgerFile.read(file)).as("byte %d", at).isEmpty();
      Files.write(file, Arrays.copyOf(whole, at));
      assertThat(LedgerFile.read(file)).as("%d bytes", at).isEmpty();
    }
  }

  @Test
  void whatSomebodyElseWroteWithARightChecksumNeitherFailsNorFillsTheMemory() throws IOException {
    Path file = folder.resolve(LedgerFile.NAME);
    LedgerFile.write(LEDGER, file);
    byte[] whole = Files.readAllBytes(file);
    int end = whole.length - Long.BYTES;
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] wrong = whole.clone();
      int at = Integer.BYTES + random.nextInt(end - Integer.BYTES);
      wrong[at] = (byte) (random.nextBoolean() ? 127 : random.nextInt());
      CRC32 sum = new CRC32();
      sum.update(wrong, 0, end);
      ByteBuffer.wrap(wrong).putLong(end, sum.getValue());
      Files.write(file, wrong);
      refused += LedgerFile.read(file).isEmpty() ? 1 : 0;
    }
    assertThat(refused).isBetween(100, 1_900);
  }

  @Test
  void isAnotherOfOtherResultsOrWithoutASource() {
    assertThat(LEDGER.of(20).results()).isEqualTo(20);
    assertThat(LEDGER.of(20).sources()).isEqualTo(LEDGER.sources());
    assertThat(LEDGER.without("a/Ä.java").sources()).isEmpty();
    assertThat(LEDGER.without("a/Ä.java").units()).isEqualTo(LEDGER.units());
    assertThat(LEDGER.sources()).hasSize(1);
  }

  @Test
  void hasTwinsWhereTwoSourcesDeclareAName() {
    assertThat(twins(Map.of(1, 1L), Map.of(2, 1L))).isFalse();
    assertThat(twins(Map.of(1, 1L), Map.of(1, 1L))).isTrue();
    assertThat(twins(Map.of(1, 2L), Map.of(2, 1L))).as("both in one file").isTrue();
    assertThat(LEDGER.hasTwins()).as("class files are no sources").isFalse();
  }

  private static boolean twins(Map<Integer, Long> one, Map<Integer, Long> two) {
    Source source = new Source(STAMP, "MAIN", "ff", Words.NONE);
    return new Ledger(
            "",
            0,
            Map.of("A.java", source, "B.java", source),
            Map.of(
                "A.java", new Unit(STAMP, 0, new Shown(false, Words.NONE, 0, one, Words.NONE)),
                "B.java", new Unit(STAMP, 0, new Shown(false, Words.NONE, 0, two, Words.NONE))))
        .hasTwins();
  }
}
