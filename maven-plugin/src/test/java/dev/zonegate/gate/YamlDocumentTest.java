package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlDocumentTest {
  private final Problems problems = new Problems("zonegate.yml");

  @ParameterizedTest
  @CsvSource({
    "'\u0001', 1:1",
    "'ab\ncd\u0001e', 2:3",
    "'ab\n\ncd\u0001e\u0001', 3:3",
    "'\uD83D\uDE00\n\uD83D\uDE00 \u0001', 2:4"
  })
  void saysWhereACharacterIsThatYamlDoesNotAllow(String text, String place) {
    assertThat(YamlDocument.read(text, problems)).isEmpty();
    assertThat(problems.lines())
        .containsExactly(
            "zonegate.yml:" + place + ": holds a character that YAML does not allow; remove it");
  }

  @Test
  void nestsEightLevelsAtMost() {
    assertThat(YamlDocument.read("[".repeat(8) + "]".repeat(8), problems)).isPresent();
    assertThat(problems.lines()).isEmpty();
    assertThat(YamlDocument.read("[".repeat(9) + "]".repeat(9), problems)).isEmpty();
    assertThat(problems.lines())
        .containsExactly("zonegate.yml:1:9: nests too deeply; a policy has 8 levels at most");
  }

  @Test
  void saysInOneLineWhatIsNoYaml() {
    assertThat(YamlDocument.read("a: [b", problems)).isEmpty();
    assertThat(problems.lines())
        .singleElement()
        .asString()
        .startsWith("zonegate.yml:1:6: is not YAML: ")
        .endsWith("; correct it")
        .doesNotContain("\n")
        .hasSizeGreaterThan(55);
  }

  @Test
  void mayBeEmpty() {
    assertThat(YamlDocument.read("# nothing yet\n", problems)).isEmpty();
    assertThat(problems.lines()).isEmpty();
  }
}
