package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|a",
        "a|this.a",
        "this.a|a",
        "5|5",
        "null|null",
        "this|this",
        "a.find(b, 5)|a.find(b, 5)",
        "find(b)|this.find(b)",
        "a.next.b|a.next.b",
        "Math.abs(b)|java.lang.Math.abs(b)",
        "all[b]|all[b]",
        "a + b|a + b",
      })
  void areTheSame(String one, String other) {
    assertThat(are(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a|b",
        "a|this.b",
        "a|5",
        "a|a.find()",
        "5|6",
        "a.find(b)|a.load(b)",
        "a.find(b)|b.find(b)",
        "a.find(b)|a.find(a)",
        "a.find(b)|a.find(b, b)",
        "a.find()|find()",
        "a.next.b|b.next.b",
        "a.next.a|a.next.b",
        "Math.abs(b)|StrictMath.abs(b)",
        "all[a]|all[b]",
        "all[b]|b[b]",
        "a + b|a - b",
        "a + b|b + b",
        "a + b|a + a",
        "this|a",
        "this|Names.this",
        "-a|-b",
      })
  void areNot(String one, String other) {
    assertThat(are(one, other)).isFalse();
  }

  @Test
  void noTargetIsThis() {
    assertThat(Same.are(null, null)).isTrue();
    assertThat(Same.are(null, arguments("a", "b").get(0))).isFalse();
    assertThat(Same.are(arguments("this", "b").get(0), null)).isTrue();
  }

  private static boolean are(String one, String other) {
    List<Expr> both = arguments(one, other);
    return Same.are(both.get(0), both.get(1));
  }

  private static List<Expr> arguments(String one, String other) {
    SourceFile file =
        Snippet.file("class Names { int a, b; int[] all; { ask(" + one + ", " + other + "); } }");
    return file.all(Expr.Call.class).stream()
        .filter(each -> each.name().equals("ask"))
        .findFirst()
        .orElseThrow()
        .arguments();
  }
}
