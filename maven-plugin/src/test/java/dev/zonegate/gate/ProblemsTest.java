package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProblemsTest {
  private final Problems problems = new Problems("zonegate.yml");

  @Test
  void areTwentyAtMostHoweverTheyAreMet() {
    for (int i = 0; i < 30; i++) {
      problems.add("is wrong");
    }
    assertThat(problems.lines()).hasSize(20).containsOnly("zonegate.yml: is wrong");
    problems.add(1, 2, "is wrong");
    problems.add(Optional.empty(), "is wrong");
    assertThat(problems.lines()).hasSize(20);
  }

  @Test
  void areTwentyAtMostWithTheirPlaces() {
    for (int i = 0; i < 30; i++) {
      problems.add(7, 3, "is wrong");
    }
    assertThat(problems.lines()).hasSize(20).containsOnly("zonegate.yml:7:3: is wrong");
  }

  @Test
  void areTwentyAtMostWithoutAPlace() {
    for (int i = 0; i < 30; i++) {
      problems.add(Optional.empty(), "is wrong");
    }
    assertThat(problems.lines()).hasSize(20);
  }

  @Test
  void quoteTheFirstSixtyCharactersOnOneLine() {
    String sixty = "a".repeat(60);
    assertThat(Problems.quote(sixty)).isEqualTo("`" + sixty + "`");
    assertThat(Problems.quote(sixty + "b")).isEqualTo("`" + sixty + "...`");
    assertThat(Problems.quote("a\n\tb")).isEqualTo("`a  b`");
  }
}
