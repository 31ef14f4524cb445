package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LineHashesTest {
  @Test
  void hashesAnEmptyTextAsItsConsumersDo() {
    assertThat(LineHashes.of("")).isEqualTo(Map.of(1, "c129715d7a2bc9a3:1"));
    assertThat(LineHashes.of(" \t \t ")).isEqualTo(Map.of(1, "c129715d7a2bc9a3:1"));
  }

  @Test
  void hashesEachLineWithWhatFollows() {
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d"))
        .isEqualTo(
            Map.of(
                1, "271789c17abda88f:1",
                2, "54703d4cd895b18:1",
                3, "180aee12dab6264:1",
                4, "a23a3dc5e078b07b:1"));
  }

  @Test
  void doesNotDependOnLineEndsAndIndentation() {
    Map<Integer, String> plain = LineHashes.of("int a;\nint b;\n");
    assertThat(LineHashes.of("  int a;\r\n\tint b;\r\n")).isEqualTo(plain);
    assertThat(LineHashes.of("int a;\rint b;\r")).isEqualTo(plain);
  }

  @Test
  void countsEqualHashes() {
    String repeated = "x();\n".repeat(200);
    Map<Integer, String> hashes = LineHashes.of(repeated);
    String first = hashes.get(1);
    assertThat(first).endsWith(":1");
    assertThat(hashes.get(2)).isEqualTo(first.replace(":1", ":2"));
  }

  @Test
  void changesWithTheLineItself() {
    assertThat(LineHashes.of("a();\n").get(1)).isNotEqualTo(LineHashes.of("b();\n").get(1));
  }
}
