package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zonegate.gate.PolicyException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FormatTest {
  @TempDir Path folder;

  @Test
  void knowsFormatsByTheirIds() {
    assertThat(Format.of(List.of(" json", "text"))).containsExactly(Format.TEXT, Format.JSON);
    for (Format each : Format.values()) {
      assertThat(Format.of(List.of(each.id()))).containsExactly(each);
    }
  }

  @Test
  void saysWhatWasProbablyMeant() {
    assertThatThrownBy(() -> Format.of(List.of("text", "sarfi")))
        .hasMessage("`sarfi` is no format; did you mean `sarif`?");
    assertThatThrownBy(() -> Format.of(List.of("SARIF2.1.0x")))
        .hasMessageContaining("write one of text, agent, github, sarif, html, json");
  }

  @Test
  void writesAFileForEachThatIsOne() throws IOException, PolicyException {
    Format.write(EnumSet.allOf(Format.class), Reported.everything(), folder.resolve("out"));
    List<String> expected =
        EnumSet.allOf(Format.class).stream().flatMap(each -> each.file().stream()).toList();
    assertThat(expected).hasSizeGreaterThan(4);
    try (var files = Files.list(folder.resolve("out"))) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void writesNothingForTheScreen() throws IOException, PolicyException {
    Format.write(Set.of(Format.TEXT, Format.GITHUB), Reported.everything(), folder.resolve("out"));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameBytesAgain(Format format) throws IOException, PolicyException {
    if (format.file().isEmpty()) {
      return;
    }
    Format.write(Set.of(format), Reported.everything(), folder.resolve("one"));
    Format.write(Set.of(format), Reported.everything(), folder.resolve("two"));
    byte[] one = Files.readAllBytes(folder.resolve("one").resolve(format.file().get()));
    assertThat(Files.readAllBytes(folder.resolve("two").resolve(format.file().get())))
        .isEqualTo(one);
    assertThat(new String(one, StandardCharsets.UTF_8)).doesNotContain("\r\n", folder.toString());
  }
}
