package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpotCheckTest {
  @Test
  void goesByTheLastSevenDigitsOfACommit() {
    String commit = "f".repeat(33) + "0000025";
    assertThat(SpotCheck.selects(38, commit)).isTrue();
    assertThat(SpotCheck.selects(37, commit)).isFalse();
    assertThat(SpotCheck.selects(1, "f".repeat(33) + "0000064")).isTrue();
    assertThat(SpotCheck.selects(16, "0".repeat(32) + "10000010")).isFalse();
    assertThat(SpotCheck.selects(16, "0".repeat(32) + "a1000000")).isFalse();
    assertThat(SpotCheck.selects(17, "0".repeat(32) + "a1000000")).isTrue();
    assertThat(SpotCheck.selects(100, "f".repeat(40))).isTrue();
    assertThat(SpotCheck.selects(0, "0".repeat(40))).isFalse();
  }
}
