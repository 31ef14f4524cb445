package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code here()} gets out of its method as it is. */
final class MaskingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(mask(here()));",
        "use(here().equals(\"a\") ? 1 : 2);",
        "use(\"a\" + (here() == null));",
        "if (here()) { use(1); }",
        "use(String.valueOf(hashOf(here())));",
      })
  void isApplied(String code) {
    assertThat(applied(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(here());",
        "use(\"a\" + here());",
        "use(b ? here() : null);",
        "use(b ? null : here());",
        "if (b) { use(here()); }",
        "use(here(), mask(1));",
      })
  void isNotApplied(String code) {
    assertThat(applied(code)).isFalse();
  }

  private static boolean applied(String code) {
    SourceFile file = Snippet.file("class Masked { void run(boolean b) { %s } }".formatted(code));
    return Masking.isApplied(
        file, Snippet.find(file, Expr.Call.class, "here()"), file.all(Decl.Method.class).get(0));
  }
}
