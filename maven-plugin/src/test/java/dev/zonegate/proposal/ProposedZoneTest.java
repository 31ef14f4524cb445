package dev.zonegate.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProposedZoneTest {
  @Test
  void namesThreeExamplesAndCountsTheOthers() {
    assertThat(text("a", "b", "c")).startsWith("  # ").contains(": a; b; c\n  - name: ");
    assertThat(text("a", "b", "c", "d", "e")).contains(": a; b; c; and 2 more\n");
  }

  private static String text(String... examples) {
    List<String> places = List.of("**/A.java");
    return new ProposedZone(Signal.values()[0], places, Arrays.asList(examples)).text();
  }
}
