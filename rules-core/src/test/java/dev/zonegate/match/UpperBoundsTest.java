package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UpperBoundsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Max(100) int size) { load(size); }",
        "@jakarta.validation.constraints.Max(100) int size) { load(size); }",
        "@Range(max = 100) int size) { load(size); }",
        "int size) { if (size > 100) { throw new IllegalArgumentException(); } load(size); }",
        "int size) { if (100 <= size) { return; } load(size); }",
        "int size) { size = 100; load(size); }",
        "int size) { load(Math.min(size, 100)); }",
        "int size) { checkSize(size); load(size); }",
        "int size) { load(limited(size)); }",
      })
  void isKeptSmall(String code) {
    assertThat(isBounded(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int size) { load(size); }",
        "@Min(1) int size) { load(size); }",
        "@MaxDepth int size) { load(size); }",
        "int size, int page) { if (page > 100) { return; } load(size); }",
        "int size) { if (size == 100) { return; } load(size); }",
        "int size) { load(size + 1); }",
        "int size) { load(Math.max(size, 1)); }",
        "int size) { if (size != 0 == true) { load(size); } }",
      })
  void isAsLargeAsItWasGiven(String code) {
    assertThat(isBounded(code)).isFalse();
  }

  private static boolean isBounded(String code) {
    SourceFile file = Snippet.file("class Pages { void list(" + code + " }");
    return UpperBounds.areOn(file, file.all(Decl.Param.class).get(0));
  }
}
