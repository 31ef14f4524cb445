package dev.zonegate.match.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Decl;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RejectionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (text == null) { throw new IllegalStateException(); } keep(text);",
        "if (!(text != null)) { throw new IllegalStateException(); } keep(text);",
        "if (text == null || number() > 1) { throw new IllegalStateException(); } keep(text);",
        "if (text != null && number() > 1) { keep(text); }"
            + " else { throw new IllegalStateException(); }",
        "java.util.Objects.requireNonNull(text); keep(text);",
        "text.trim(); keep(text);",
        "synchronized (text) { keep(text); }",
      })
  void nullIsRejected(String statements) {
    assertThat(demands("void run(String text, String other) {" + statements + "}", 0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "throw new IllegalStateException();",
        "keep(text);",
        "if (text == null) { return; } text.trim();",
        "if (number() > 1) { text.trim(); } keep(text);",
        "if (text == null && number() > 1) { throw new IllegalStateException(); } keep(text);",
        "if (text != null || number() > 1) { keep(text); }"
            + " else { throw new IllegalStateException(); }",
        "if (text != null) { throw new IllegalStateException(); } keep(text);",
        "if (other == null) { throw new IllegalStateException(); } keep(text);",
        "if (isOdd(text)) { throw new IllegalStateException(); } keep(text);",
        "if (!isOdd(text)) { throw new IllegalStateException(); } keep(text);",
        "text = other; text.trim();",
        "java.util.Objects.requireNonNull(other, text); keep(text);",
        "keep(java.util.Objects.requireNonNull(other));",
      })
  void nullIsNotRejected(String statements) {
    assertThat(demands("void run(String text, String other) {" + statements + "}", 0)).isFalse();
  }

  @Test
  void noOtherParameterIsAskedOf() {
    assertThat(demands("void run(String text) { text.trim(); keep(text); }", 1)).isFalse();
    assertThat(demands("void run(String... texts) { texts.clone(); keep(null); }", 0)).isFalse();
  }

  private static boolean demands(String method, int index) {
    SourceFile file =
        Snippet.file(
            "class Texts { "
                + method
                + " native int number(); native boolean isOdd(String t); native void keep(String t);"
                + " }");
    return Nullness.of(file).demands(file.all(Decl.Method.class).get(0), index);
  }
}
