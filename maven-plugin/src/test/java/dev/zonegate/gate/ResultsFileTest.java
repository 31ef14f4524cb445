package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.engine.FileResult;
import dev.zonegate.engine.Suppression;
import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Fact;
import dev.zonegate.facts.SideUse;
import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeShape;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Fix;
import dev.zonegate.rule.Related;
import dev.zonegate.rule.Severity;
import dev.zonegate.rule.TextEdit;
import dev.zonegate.stored.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsFileTest {
  private static final Span AT = new Span(3, 5, 3, 8);
  private static final SideUse USE = new SideUse("a/B.java", List.of("a.C", "a.D"));
  private static final Results SOME =
      new Results(
          "key",
          List.of(
              new FileRecord(
                  "a/B.java",
                  Role.MAIN,
                  "ff",
                  "a",
                  new Quality(10, 1),
                  new TreeMap<>(Map.of(3, "abc:1")),
                  new FileResult(
                      "a/B.java", List.of(), List.of(), List.of(USE), List.of(), List.of()))),
          List.of());

  @TempDir Path folder;

  @Test
  void readsWhatItWrote() throws IOException {
    Finding finding =
        new Finding(
            "AI11",
            "TimeZone",
            "implicitNow",
            "a/B.java",
            AT,
            AT,
            "`now()` reads",
            "0123456789abcdef",
            Severity.WARNING,
            Confidence.MEDIUM,
            true,
            List.of(new Related("a/C.java", AT, "set here")),
            List.of(Fix.of("Pass it", TextEdit.replace(AT, "x")).importing("java.time.Clock")));
    Suppression suppression =
        new Suppression(
            "a/B.java",
            AT,
            AT,
            Suppression.Origin.COMMENT,
            "TimeZone",
            "a.B.m()",
            "in UTC",
            LocalDate.of(2027, 1, 31));
    Suppression withoutEnd =
        new Suppression(
            "a/B.java", AT, AT, Suppression.Origin.ANNOTATION, "TimeZone", "a.B.m()", "", null);
    Notification notification =
        new Notification("a/B.java", Span.NONE, Notification.Kind.TYPES, "some unknown");
    DeclaredType type =
        new DeclaredType(
            "a/B.java",
            new Span(3, 7, 3, 8),
            "a.B",
            TypeShape.Kind.CLASS,
            List.of("java.lang.Object"),
            List.of("jakarta.persistence.Entity"),
            List.of(new DeclaredType.DeclaredField("id", "java.lang.Long", List.of(), List.of())));
    TreeMap<Integer, String> hashes = new TreeMap<>();
    hashes.put(3, "abc:1");
    FileRecord file =
        new FileRecord(
            "a/B.java",
            Role.MAIN,
            "ff",
            "a",
            new Quality(10, 1),
            hashes,
            new FileResult(
                "a/B.java",
                List.of(finding),
                List.of(),
                List.of(type, USE, type),
                List.of(suppression, withoutEnd),
                List.of(notification)));
    Results results = new Results("key", List.of(file), List.of(notification));

    ResultsFile.write(results, folder.resolve("results.bin"));

    assertThat(ResultsFile.read(folder.resolve("results.bin"))).contains(results);
  }

  @Test
  void copiesWhatItReadAsItStands() throws IOException {
    Path first = folder.resolve("first.bin");
    Path second = folder.resolve("second.bin");
    ResultsFile.write(SOME, first);
    ResultsFile.write(ResultsFile.read(first).orElseThrow(), second);
    assertThat(second).hasSameBinaryContentAs(first);
  }

  @Test
  void makesNothingButOurRecordsFromWhatSomebodyElseWrote() throws IOException {
    Path file = folder.resolve("results.bin");
    ResultsFile.write(SOME, file);
    for (String other : List.of("java.lang.ProcessBuilder..", "dev.zonegate.facts.Weaving")) {
      rewrite(file, SideUse.class.getName(), (other + "......").substring(0, 26));
      List<Fact> facts = ResultsFile.read(file).orElseThrow().files().get(0).result().facts();
      assertThat(facts).hasSize(1);
      assertThatThrownBy(() -> facts.get(0)).isInstanceOf(UnreadableException.class);
      ResultsFile.write(SOME, file);
    }
  }

  @Test
  void readsNoFurtherThanItMayWhateverIsWritten() throws IOException {
    Path file = folder.resolve("results.bin");
    ResultsFile.write(SOME, file);
    byte[] whole = Files.readAllBytes(file);
    for (int at = Integer.BYTES; at < whole.length - Long.BYTES; at++) {
      for (int value : List.of(0, 1, 0x7F, 0x80, 0xFF)) {
        byte[] bytes = whole.clone();
        bytes[at] = (byte) value;
        Files.write(file, withChecksum(bytes));
        try {
          ResultsFile.readKept(file)
              .ifPresent(each -> assertThat(each.results().facts()).isNotNull());
        } catch (ResultsFile.DamagedException | UnreadableException e) {
          assertThat(e).hasMessageNotContaining("null");
        }
      }
    }
  }

  private static void rewrite(Path file, String from, String to) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(from);
    bytes = text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, withChecksum(bytes));
  }

  private static byte[] withChecksum(byte[] bytes) {
    CRC32 sum = new CRC32();
    int length = bytes.length - Long.BYTES;
    sum.update(bytes, 0, length);
    ByteBuffer.wrap(bytes).putLong(length, sum.getValue());
    return bytes;
  }

  @Test
  void givesNothingForAFileThatIsNotThereOrNotIntact() throws IOException {
    Path file = folder.resolve("results.bin");
    assertThat(ResultsFile.read(file)).isEmpty();
    ResultsFile.write(SOME, file);
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 3, 11, 12, whole.length / 2, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(ResultsFile.read(file)).isEmpty();
    }
    byte[] ofAnotherVersion = whole.clone();
    ofAnotherVersion[3]++;
    Files.write(file, withChecksum(ofAnotherVersion));
    assertThat(ResultsFile.read(file)).isEmpty();
    assertThat(ResultsFile.readKept(file)).isEmpty();
  }
}
