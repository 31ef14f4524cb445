package dev.zonegate.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArgumentsTest {
  @Test
  void programsAndOptionsComeInAnyOrder() {
    Arguments arguments = Arguments.of("attribute", "--runs=5", "gate", "--workload=750");
    assertThat(arguments.programs()).containsExactly("attribute", "gate");
    assertThat(arguments.runs()).isEqualTo(5);
    assertThat(arguments.workload()).isEqualTo("750");
    assertThat(arguments.home()).isEqualTo(Path.of("target/corpora"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--runs=0", "--runs=many", "--workload=10", "--speed=1", "gates"})
  void whatIsWrittenWrongIsNamed(String wrong) {
    assertThatThrownBy(() -> Arguments.of("attribute", "gate", wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(wrong.replaceAll("--|=.*", "").replace("gates", "gate"));
  }

  @Test
  void oneProgramIsNoComparison() {
    assertThatThrownBy(() -> Arguments.of("gate")).hasMessageContaining("two or more");
  }
}
