package dev.zonegate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaselineFileTest {
  private static final String ENTRY =
      "{\"path\":\"a/A.java\",\"package\":\"a\",\"rule\":\"TimeZone.implicitNow\","
          + "\"context\":\"0123456789abcdef\",\"count\":2,\"what\":\"it\"}";

  @TempDir Path root;

  @Test
  void readsWhatItWrites() throws IOException, BaselineException {
    Baseline baseline =
        new Baseline(
            root, BaselineFile.NAME, List.of(entry("b/B.java", 1), entry("a/A \"x\"é.java", 3)));
    BaselineFile.write(baseline, file());
    Baseline read = BaselineFile.read(root, file());
    assertThat(read.name()).isEqualTo(BaselineFile.NAME);
    assertThat(read.entries())
        .extracting(each -> each.path() + " " + each.count() + " line " + each.line())
        .containsExactly("a/A \"x\"é.java 3 line 4", "b/B.java 1 line 5");
    assertThat(read.entries()).extracting(BaselineEntry::what).containsOnly("what");
  }

  @Test
  void givesTheSameBytesWhateverTheOrder() throws IOException {
    List<BaselineEntry> entries = List.of(entry("b/B.java", 1), entry("a/A.java", 3));
    BaselineFile.write(new Baseline(root, "x", entries), root.resolve("1.json"));
    BaselineFile.write(
        new Baseline(root, "x", List.of(entries.get(1), entries.get(0))), root.resolve("2.json"));
    assertThat(root.resolve("1.json")).hasSameBinaryContentAs(root.resolve("2.json"));
    assertThat(Files.readString(root.resolve("1.json"))).doesNotContain("\r", root.toString());
  }

  @Test
  void leavesNothingButTheFile() throws IOException {
    BaselineFile.write(new Baseline(root, "x", List.of()), file());
    try (var files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void isEmptyWhereThereIsNoFile() throws BaselineException {
    assertThat(BaselineFile.read(root, file()).entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"path\":\"a/A.java\"|\"path\":\"/etc/passwd\"|has a `path` that is not relative",
        "\"path\":\"a/A.java\"|\"path\":\"a/../../A.java\"|has a `path` that is not relative",
        "\"path\":\"a/A.java\"|\"path\":\"C:/A.java\"|has a `path` that is not relative",
        "\"path\":\"a/A.java\"|\"path\":null|has a `path` that is not relative",
        "TimeZone.implicitNow|TimeZone|has a `rule` that is no pattern",
        "0123456789abcdef|0123|has a `context` that is not 16 hexadecimal digits",
        "\"count\":2|\"count\":0|has a `count` below 1",
        "\"count\":2|\"count\":-1|has a `count` below 1",
        "\"count\":2|\"count\":1.5|is no baseline",
        "\"count\":2|\"count\":99999999999|is no baseline",
        "\"count\":2|\"count\":null|is no baseline",
        "\"count\":2|\"count\":2,\"count\":3|is no baseline: a key that is there twice",
        "\"what\":\"it\"|\"whatever\":\"it\"|is no baseline: a key that is not known",
        "\"package\":\"a\",||has an entry without `package` or `what`",
      })
  void saysWhereAnEntryIsWrong(String part, String by, String problem) throws IOException {
    String entry = ENTRY.replace(part, by == null ? "" : by);
    String text = "{\n\"version\": 1,\n\"findings\": [\n" + entry + "\n]\n}\n";
    assertThat(problem(text))
        .startsWith(BaselineFile.NAME + ":4:")
        .contains(problem)
        .endsWith("; restore it from version control, or remove it and run `mvn zonegate:baseline`")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"version\": 2, \"findings\": []}",
        "{\"version\": 1}",
        "{\"version\": 1, \"findings\": {}}",
        "{\"version\": 1, \"findings\": [1]}",
        "{\"version\": 1, \"findings\": [], \"more\": 1}",
        "{\"version\": 1, \"findings\": []} x",
        "{\"version\": 1, \"findings\": [",
        "<<<<<<< HEAD",
      })
  void refusesWhatIsNoBaseline(String text) throws IOException {
    assertThat(problem(text)).startsWith(BaselineFile.NAME + ":1:").hasLineCount(1);
  }

  @Test
  void refusesTheSameFindingTwice() throws IOException {
    assertThat(problem("{\"version\": 1, \"findings\": [\n" + ENTRY + ",\n" + ENTRY + "]}"))
        .startsWith(BaselineFile.NAME + ":3:1: lists the same finding twice");
  }

  @Test
  void refusesWhatIsTooDeepOrTooLong() throws IOException {
    assertThat(problem("{\"version\": 1, \"findings\": [\n" + "[".repeat(100_000)))
        .contains(":2:1: lacks an entry");
    String deep = "{\"path\":" + "[".repeat(100_000);
    assertThat(problem("{\"version\": 1, \"findings\": [\n" + deep)).contains(":2:");
    String text = ENTRY.replace("\"it\"", "\"" + "x".repeat(100_000) + "\"");
    assertThat(problem("{\"version\": 1, \"findings\": [\n" + text)).hasSizeLessThan(400);
  }

  @Test
  void refusesAHugeFileUnread() throws IOException {
    Files.createDirectories(file().getParent());
    try (RandomAccessFile huge = new RandomAccessFile(file().toFile(), "rw")) {
      huge.setLength(BaselineFile.LARGEST + 1);
    }
    assertThatThrownBy(() -> BaselineFile.read(root, file()))
        .hasMessageContaining("is no file of at most 64 MiB");
  }

  @Test
  void refusesAFolder() throws IOException {
    Files.createDirectories(file());
    assertThatThrownBy(() -> BaselineFile.read(root, file())).hasMessageContaining("is no file");
  }

  private String problem(String text) throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), text);
    try {
      BaselineFile.read(root, file());
    } catch (BaselineException e) {
      return e.getMessage();
    }
    throw new AssertionError("read without a problem");
  }

  private Path file() {
    return root.resolve(BaselineFile.NAME);
  }

  private static BaselineEntry entry(String path, int count) {
    return new BaselineEntry(
        path, "a", "TimeZone.implicitNow", "0123456789abcdef", count, "what", 0);
  }
}
