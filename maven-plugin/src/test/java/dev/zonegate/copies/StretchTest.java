package dev.zonegate.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StretchTest {
  @Test
  void overlapsWhereALineBelongsToBoth() {
    Stretch stretch = of("A.java", 5, 8);
    assertThat(stretch.overlaps(of("A.java", 8, 9))).isTrue();
    assertThat(stretch.overlaps(of("A.java", 1, 5))).isTrue();
    assertThat(stretch.overlaps(of("A.java", 6, 7))).isTrue();
    assertThat(stretch.overlaps(of("A.java", 9, 9))).isFalse();
    assertThat(stretch.overlaps(of("A.java", 1, 4))).isFalse();
    assertThat(stretch.overlaps(of("B.java", 5, 8))).isFalse();
  }

  @Test
  void comesByPathAndPlace() {
    assertThat(Stream.of(of("B.java", 1, 2), of("A.java", 7, 9), of("A.java", 3, 9)).sorted())
        .containsExactly(of("A.java", 3, 9), of("A.java", 7, 9), of("B.java", 1, 2));
  }

  private static Stretch of(String path, int first, int last) {
    return new Stretch(path, new Span(first, 1, last, 2));
  }
}
