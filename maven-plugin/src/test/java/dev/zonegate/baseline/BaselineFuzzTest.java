package dev.zonegate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.fuzz.Broken;
import dev.zonegate.fuzz.Leaky;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaselineFuzzTest {
  private static final String ENTRY =
      "{\"path\":\"a/B.java\",\"package\":\"a\",\"rule\":\"TimeZone.implicitNow\","
          + "\"context\":\"0123456789abcdef\",\"count\":2,\"what\":\"it\"}";

  @Provide
  Arbitrary<String> baselines() {
    return Broken.of(
        "{\"version\":1,\n\"findings\":[\n" + ENTRY + "\n]}\n", "{\"version\":1,\"findings\":[]}");
  }

  @Property(seed = "20261122")
  void aBrokenBaselineIsReadOrRefused(@ForAll("baselines") String text) throws IOException {
    Path file = Files.createTempFile("zonegate", ".json");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    Broken.ends(
        () -> {
          try {
            assertThat(BaselineFile.read(file.getParent(), file).entries())
                .allMatch(each -> each.count() > 0);
          } catch (BaselineException e) {
            assertThat(e.getMessage()).startsWith(file.getFileName().toString());
          }
        });
    Files.delete(file);
  }

  @Test
  void whatIsSaidHoldsNoTextOfTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("baseline.json");
    String entry = ENTRY.replace("it", Leaky.SECRET).replace("B.java", Leaky.SECRET);
    List<String> said = new ArrayList<>();
    for (String each : Leaky.of("{\"version\":1,\n\"findings\":[\n" + entry + "\n]}\n")) {
      Files.writeString(file, each);
      try {
        BaselineFile.read(folder, file);
      } catch (BaselineException e) {
        said.add(Leaky.said(e));
      }
    }
    assertThat(said).hasSizeGreaterThan(300).noneMatch(each -> each.contains(Leaky.SECRET));
  }
}
