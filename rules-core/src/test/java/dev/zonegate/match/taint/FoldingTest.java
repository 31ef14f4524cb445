package dev.zonegate.match.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FoldingTest {
  @Test
  void allPairsAreComputed() {
    assertThat(Folding.binary("+", Set.of("a", "b"), Set.of("c", 1)))
        .containsExactlyInAnyOrder("ac", "a1", "bc", "b1");
    assertThat(Folding.binary("+", null, Set.of("a"))).isNull();
    assertThat(Folding.binary("+", Set.of("a"), null)).isNull();
    assertThat(Folding.binary("+", Set.of(), Set.of("a"))).isNull();
    assertThat(Folding.binary("-", Set.of(1, "b"), Set.of(1))).isNull();
  }

  @Test
  void tooManyPairsAreNot() {
    assertThat(Folding.binary("+", numbers(4), numbers(4))).hasSize(7);
    assertThat(Folding.binary("+", numbers(17), Set.of(1))).isNull();
    assertThat(Folding.binary("+", numbers(5), numbers(4))).isNull();
  }

  private static Set<Object> numbers(int count) {
    return IntStream.range(0, count).boxed().collect(Collectors.toSet());
  }

  @Test
  void nullIsAValueToo() {
    assertThat(Folding.binary("==", Set.of(Value.NULL), Set.of(Value.NULL))).containsExactly(true);
    assertThat(Folding.binary("!=", Set.of(Value.NULL), Set.of("a"))).containsExactly(true);
    assertThat(Folding.binary("==", Set.of("a"), Set.of(Value.NULL))).containsExactly(false);
    assertThat(Folding.binary("+", Set.of(Value.NULL), Set.of("/a"))).containsExactly("null/a");
    assertThat(Folding.call(Value.NULL, "toString", List.of())).isNull();
    assertThat(Folding.call("a", "equals", List.of(Value.NULL))).isEqualTo(false);
  }

  @Test
  void numbersOfAllKindsAreTheSame() {
    assertThat(Folding.isSame(97, 'a')).isTrue();
    assertThat(Folding.isSame(97L, 97)).isTrue();
    assertThat(Folding.isSame(97, 98)).isFalse();
    assertThat(Folding.isSame("a", "a")).isTrue();
    assertThat(Folding.isSame("a", "b")).isFalse();
  }

  @Test
  void countersAreComputed() {
    assertThat(Folding.unary("++", 1)).isEqualTo(2);
    assertThat(Folding.unary("--", 1L)).isEqualTo(0L);
    assertThat(Folding.unary("-", 1)).isEqualTo(-1);
    assertThat(Folding.unary("++", true)).isNull();
  }

  @Test
  void callsOfConstantsAreComputed() {
    assertThat(Folding.call("ab", "length", List.of())).isEqualTo(2);
    assertThat(Folding.call(5, "toString", List.of())).isEqualTo("5");
    assertThat(Folding.call(5, "intValue", List.of())).isEqualTo(5);
    assertThat(Folding.call(5L, "intValue", List.of())).isNull();
    assertThat(Folding.call(true, "booleanValue", List.of())).isEqualTo(true);
    assertThat(Folding.call(5, "booleanValue", List.of())).isNull();
    assertThat(Folding.call(5, "equals", List.of(5))).isEqualTo(true);
    assertThat(Folding.call(5, "equals", List.of(6))).isEqualTo(false);
    assertThat(Folding.call(5, "hashCode", List.of())).isNull();
  }

  @Test
  void aTextHasThePartsOfAllItsStarts() {
    Value numbers = Value.constant(1).or(Value.constant(2));
    assertThat(Texts.concat(numbers, Value.constant("/a")).constants)
        .containsExactlyInAnyOrder("1/a", "2/a");
    assertThat(Texts.concat(Value.constant(Value.NULL), Value.constant("/a")).constant())
        .isEqualTo("null/a");
  }
}
