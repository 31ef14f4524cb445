package dev.zonegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperatorsTest {
  private static Object of(Object left, String operator, Object right) {
    return Operators.binary(operator, left, right);
  }

  @Test
  void wholeNumbersAreComputedAsJavaDoes() {
    assertThat(of(7, "+", 2)).isEqualTo(9);
    assertThat(of(7, "-", 2)).isEqualTo(5);
    assertThat(of(7, "*", 2)).isEqualTo(14);
    assertThat(of(7, "/", 2)).isEqualTo(3);
    assertThat(of(7, "%", 4)).isEqualTo(3);
    assertThat(of(6, "&", 3)).isEqualTo(2);
    assertThat(of(6, "|", 3)).isEqualTo(7);
    assertThat(of(6, "^", 3)).isEqualTo(5);
    assertThat(of(Integer.MAX_VALUE, "+", 1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(of(Integer.MAX_VALUE, "+", 1L)).isEqualTo(Integer.MAX_VALUE + 1L);
    assertThat(of(7L, "-", 2)).isEqualTo(5L);
    assertThat(of('a', "+", 1)).isEqualTo('a' + 1);
    assertThat(of(7, "/", 0)).isNull();
    assertThat(of(7L, "%", 0L)).isNull();
  }

  @Test
  void aShiftHasTheTypeOfWhatIsShifted() {
    assertThat(of(1, "<<", 33)).isEqualTo(2);
    assertThat(of(-8, ">>", 33L)).isEqualTo(-4);
    assertThat(of(-8, ">>>", 1)).isEqualTo(-8 >>> 1);
    assertThat(of(1L, "<<", 33)).isEqualTo(1L << 33);
    assertThat(of(-8L, ">>", 1)).isEqualTo(-4L);
    assertThat(of(-8L, ">>>", 1)).isEqualTo(-8L >>> 1);
    assertThat(of(1.5, "<<", 1)).isNull();
  }

  @Test
  void numbersAreCompared() {
    for (Object[] pair : new Object[][] {{1, 2L}, {1.5, 2}, {1f, 2f}, {'a', 98}}) {
      assertThat(of(pair[0], "<", pair[1])).isEqualTo(true);
      assertThat(of(pair[1], "<", pair[0])).isEqualTo(false);
      assertThat(of(pair[0], "<", pair[0])).isEqualTo(false);
      assertThat(of(pair[0], "<=", pair[0])).isEqualTo(true);
      assertThat(of(pair[1], "<=", pair[0])).isEqualTo(false);
      assertThat(of(pair[1], ">", pair[0])).isEqualTo(true);
      assertThat(of(pair[0], ">", pair[0])).isEqualTo(false);
      assertThat(of(pair[0], ">=", pair[0])).isEqualTo(true);
      assertThat(of(pair[0], ">=", pair[1])).isEqualTo(false);
      assertThat(of(pair[0], "==", pair[0])).isEqualTo(true);
      assertThat(of(pair[0], "==", pair[1])).isEqualTo(false);
      assertThat(of(pair[0], "!=", pair[1])).isEqualTo(true);
      assertThat(of(pair[0], "!=", pair[0])).isEqualTo(false);
    }
    assertThat(of(Double.NaN, "==", Double.NaN)).isNull();
  }

  @Test
  void fractionsAreComputedAsJavaDoes() {
    assertThat(of(1.5, "+", 2)).isEqualTo(3.5);
    assertThat(of(1.5, "-", 2)).isEqualTo(-0.5);
    assertThat(of(1.5, "*", 2)).isEqualTo(3.0);
    assertThat(of(3, "/", 2.0)).isEqualTo(1.5);
    assertThat(of(3.5, "%", 2)).isEqualTo(1.5);
    assertThat(of(1.5f, "+", 2)).isEqualTo(3.5f);
    assertThat(of(1.5f, "+", 2.0)).isEqualTo(3.5);
    assertThat(of(1.5, "&", 2)).isNull();
  }

  @Test
  void truthsAndTextsAreJoined() {
    assertThat(of(true, "&&", false)).isEqualTo(false);
    assertThat(of(true, "&&", true)).isEqualTo(true);
    assertThat(of(false, "&", true)).isEqualTo(false);
    assertThat(of(false, "||", true)).isEqualTo(true);
    assertThat(of(false, "|", false)).isEqualTo(false);
    assertThat(of(true, "^", true)).isEqualTo(false);
    assertThat(of(true, "!=", false)).isEqualTo(true);
    assertThat(of(true, "==", true)).isEqualTo(true);
    assertThat(of(true, "+", true)).isNull();
    assertThat(of("a", "+", 1)).isEqualTo("a1");
    assertThat(of('b', "+", "c")).isEqualTo("bc");
    assertThat(of("a", "-", "b")).isNull();
    assertThat(of(true, "+", 1)).isNull();
    assertThat(of(null, "+", 1)).isNull();
    assertThat(of(1, "+", null)).isNull();
  }

  @Test
  void oneOperandIsEnough() {
    assertThat(Operators.unary("!", true)).isEqualTo(false);
    assertThat(Operators.unary("!", false)).isEqualTo(true);
    assertThat(Operators.unary("-", true)).isNull();
    assertThat(Operators.unary("-", 5)).isEqualTo(-5);
    assertThat(Operators.unary("-", 5L)).isEqualTo(-5L);
    assertThat(Operators.unary("-", 0.0)).isEqualTo(-0.0);
    assertThat(Operators.unary("-", 2.5f)).isEqualTo(-2.5f);
    assertThat(Operators.unary("+", 'a')).isEqualTo((int) 'a');
    assertThat(Operators.unary("~", 5)).isEqualTo(~5);
    assertThat(Operators.unary("~", 5L)).isEqualTo(~5L);
    assertThat(Operators.unary("~", 5.0)).isNull();
    assertThat(Operators.unary("!", 5)).isNull();
    assertThat(Operators.unary("-", "5")).isNull();
    assertThat(Operators.unary("-", null)).isNull();
  }
}
