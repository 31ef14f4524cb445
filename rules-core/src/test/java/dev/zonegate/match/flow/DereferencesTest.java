package dev.zonegate.match.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DereferencesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "held.trim();",
        "int n = held.length();",
        "java.util.function.Supplier<String> s = held::trim;",
        "switch (held) { case \"a\": }",
        "int n = switch (held) { case \"a\" -> 1; default -> 2; };",
        "synchronized (held) { }",
        "heldArray[0] = 1;",
        "int n = heldArray.length;",
        "for (int each : heldArray) { }",
        "int n = heldPoint.x;",
        "heldPoint.unknown();",
      })
  void failsOnNull(String statement) {
    assertThat(isDereferenced(statement)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "String s = held;",
        "String s = held + 1;",
        "boolean b = held == null;",
        "held.valueOf(1);",
        "int n = heldPoint.ORIGIN;",
        "String.valueOf(held);",
        "int n = array[heldIndex];",
      })
  void takesNull(String statement) {
    assertThat(isDereferenced(statement)).isFalse();
  }

  private static boolean isDereferenced(String statement) {
    SourceFile file =
        Snippet.file(
            """
            class Holds {
              static class Point { int x; static int ORIGIN; }
              String held;
              int[] heldArray;
              int[] array;
              int heldIndex;
              Point heldPoint;
              void run() { %s }
            }
            """
                .formatted(statement));
    return file.all(Expr.Name.class).stream()
        .filter(each -> each.name().startsWith("held"))
        .anyMatch(each -> Dereferences.of(file, each) != null);
  }
}
