package dev.zonegate.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CostTest {
  @Test
  void whatTheAgentWroteIsReadInSecondsAndMebibytes() {
    assertThat(Cost.of("1500000000 500000000 2048\n", 2_000_000_000L))
        .isEqualTo(new Cost(1.5, 0.5, 2, 2));
  }

  @Test
  void theLeastOfEachFigureCounts() {
    List<Cost> runs = List.of(new Cost(3, 1, 4, 10), new Cost(2, 2, 5, 30));
    assertThat(Cost.least(runs)).isEqualTo(new Cost(2, 1, 4, 10));
  }
}
