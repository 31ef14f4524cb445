package dev.zonegate.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceText;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeRef;
import org.junit.jupiter.api.Test;

final class LiteralsTest {
  private static final TypeRef STRING = TypeRef.named("java.lang.String");

  @Test
  void numbersHaveTheValueAndWidthThatTheyAreWrittenWith() {
    assertThat(valueOf("1_000")).isEqualTo(1000);
    assertThat(valueOf("0xFFFF_FFFF")).isEqualTo(-1);
    assertThat(valueOf("0b101L")).isEqualTo(5L);
    assertThat(valueOf("017")).isEqualTo(15);
    assertThat(valueOf("0")).isEqualTo(0);
    assertThat(valueOf("1e3")).isEqualTo(1000.0);
    assertThat(valueOf("0x1p4f")).isEqualTo(16.0f);
    assertThat(valueOf("0xDEAD")).isEqualTo(0xDEAD);
    assertThat(valueOf("1d")).isEqualTo(1.0);
    assertThat(Literals.number("-2147483648")).isEqualTo(Integer.MIN_VALUE);
    assertThat(Literals.number("-9223372036854775808L")).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aNumberThatDoesNotFitHasNoValue() {
    assertThat(valueOf("2147483648")).isNull();
    assertThat(valueOf("0x1FFFFFFFF")).isNull();
    assertThat(valueOf("089")).isNull();
  }

  @Test
  void onlyDecimalIntegersTakeASign() {
    assertThat(Literals.takesSign("12")).isTrue();
    assertThat(Literals.takesSign("0")).isTrue();
    assertThat(Literals.takesSign("0L")).isTrue();
    assertThat(Literals.takesSign("017")).isFalse();
    assertThat(Literals.takesSign("0x12")).isFalse();
    assertThat(Literals.takesSign("1.5")).isFalse();
    assertThat(Literals.takesSign("2f")).isFalse();
  }

  @Test
  void escapesAreTranslated() {
    assertThat(valueOf("\"a\\tb\\s\\0\\12\"")).isEqualTo("a\tb \0\n");
    assertThat(valueOf("'\\''")).isEqualTo('\'');
    assertThat(valueOf("\"\\u0041\"")).isEqualTo("A");
  }

  @Test
  void textBlocksLoseTheirIndentationAndKeepLineFeedsOnly() {
    String block = "\"\"\"\r\n    select *\r\n      from t \\\r\n    where x\\n\r\n    \"\"\"";
    assertThat(valueOf(block)).isEqualTo("select *\n  from t where x\n\n");
  }

  @Test
  void adjacentStringLiteralsAreOne() {
    Expr.Name name = new Expr.Name(new Span(1, 1, 1, 2), "x", null, TypeRef.UNKNOWN);
    Expr.Literal a = new Expr.Literal(new Span(1, 5, 1, 8), STRING, "a");
    Expr.Literal b = new Expr.Literal(new Span(1, 11, 1, 14), STRING, "b");
    Span all = new Span(1, 1, 1, 14);

    assertThat(Literals.binary(all, "+", a, b, STRING))
        .isEqualTo(new Expr.Literal(new Span(1, 5, 1, 14), STRING, "ab"));
    Expr sum = Literals.binary(all, "+", name, a, STRING);
    assertThat(((Expr.Binary) Literals.binary(all, "+", sum, b, STRING)).right())
        .isEqualTo(new Expr.Literal(new Span(1, 5, 1, 14), STRING, "ab"));
    assertThat(Literals.binary(all, "==", a, b, STRING)).isInstanceOf(Expr.Binary.class);
  }

  private static Object valueOf(String literal) {
    return Literals.value(JavaScanner.scan(SourceText.of(literal)).get(0));
  }
}
