package dev.zonegate.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineMapTest {
  private static final int LINES = 40;

  @Test
  void theLastThatWasSetHoldsWhateverStoodThere() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      LineMap<Integer> map = new LineMap<>();
      Integer[] expected = new Integer[LINES + 2];
      for (int value = 0; value < 12; value++) {
        int first = 1 + random.nextInt(LINES);
        int last = first + random.nextInt(LINES - first + 1);
        map.set(new LineRange(first, last), value);
        for (int line = first; line <= last; line++) {
          expected[line] = value;
        }
      }
      for (int line = 0; line < expected.length; line++) {
        assertThat(map.at(line)).as("line %d of round %d", line, round).isEqualTo(expected[line]);
      }
    }
  }
}
