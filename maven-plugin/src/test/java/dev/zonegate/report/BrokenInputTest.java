package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.facts.FactsFile;
import dev.zonegate.fuzz.Leaky;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that are no JSON holds nothing of them. */
final class BrokenInputTest {
  private static final String JSON =
      "{\"is\": \"%1$s\", \"name\": \"%1$s\",\n\"tool_input\": {\"content\": \"%1$s\", \"file_path\": \"a/B.java\"}}\n"
          .formatted(Leaky.SECRET);

  private final List<String> said = new ArrayList<>();

  @FunctionalInterface
  private interface Reader {
    void read(String text) throws IOException;
  }

  @Test
  void ofTheHook() {
    collect(
        text -> HookInput.file(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    assertThat(said).hasSizeGreaterThan(100).noneMatch(each -> each.contains(Leaky.SECRET));
    assertThat(said).anyMatch(each -> each.contains("is no JSON: it breaks off, in line 2; pass"));
  }

  @Test
  void ofAnEarlierReport(@TempDir Path folder) {
    collect(
        text -> {
          Files.writeString(folder.resolve("2026.json"), text);
          EarlierRun.in(folder, "shop");
        });
    assertThat(said).hasSizeGreaterThan(100).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  @Test
  void ofFacts(@TempDir Path folder) {
    collect(
        text -> {
          Path file = folder.resolve("facts.jsonl");
          Files.writeString(file, text);
          FactsFile.read(file);
        });
    assertThat(said).hasSizeGreaterThan(100).noneMatch(each -> each.contains(Leaky.SECRET));
  }

  private void collect(Reader reader) {
    for (String each : Leaky.of(JSON)) {
      try {
        reader.read(each);
      } catch (IOException e) {
        said.add(Leaky.said(e));
      }
    }
  }
}
