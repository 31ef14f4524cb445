package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known to hold where {@code here()} is called, of everything and of {@code x}. */
final class GuardsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "if (a) { here(); }#a",
        "if (a) { } else { here(); }#!a",
        "if (!a) { here(); }#!a",
        "if (here()) { }#",
        "if (a && b) { here(); }#a,b",
        "if (a && b) { } else { here(); }#!a && b",
        "if (a || b) { here(); }#a || b",
        "if (a || b) { } else { here(); }#!a,!b",
        "boolean it = a ? here() : b;#a",
        "boolean it = a ? b : here();#!a",
        "boolean it = here() ? a : b;#",
        "boolean it = a && here();#a",
        "boolean it = a || here();#!a",
        "boolean it = a ^ here();#",
        "while (a) { here(); }#a",
        "while (a) { } here();#",
        "if (a) { return; } here();#!a",
        "if (a) { throw null; } else { b = a; } here();#!a",
        "if (a) { b = a; } else { return; } here();#a",
        "if (a) { b = a; } here();#",
        "if (a) { return; } else { return; } here();#",
        "here(); if (a) { return; }#",
        "switch (n) { case 1: if (a) { return; } here(); }#!a",
      })
  void holds(String code, String conditions) {
    assertThat(holding(code, false)).isEqualTo(conditions == null ? "" : conditions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "if (a) { x = 1; } here();#!a",
        "if (a) x = 1; here();#!a",
        "if (a) { b = a; } else { x = 1; } here();#a",
        "if (a) { x += 1; } here();#",
        "if (a) { n = 1; } here();#",
        "if (a) { if (b) { x = 1; } } here();#",
      })
  void holdsOfAValueThatIsNotReplaced(String code, String conditions) {
    assertThat(holding(code, true)).isEqualTo(conditions == null ? "" : conditions);
    assertThat(holding(code, false)).isEmpty();
  }

  private static String holding(String code, boolean isOfVariable) {
    SourceFile file =
        Snippet.file(
            """
            class Guarded {
              boolean here() { return true; }
              void run(boolean a, boolean b, int n, int x) {
                %s
              }
            }
            """
                .formatted(code));
    Expr here = Snippet.find(file, Expr.Call.class, "here()");
    Variable x =
        file.all(Variable.class).stream()
            .filter(each -> each.name().equals("x"))
            .findFirst()
            .orElseThrow();
    List<Condition> found =
        isOfVariable ? Guards.of(file).holdingFor(x, here) : Guards.of(file).holdingAt(here);
    return found.stream()
        .map(each -> (each.holds() ? "" : "!") + file.text(each.test()))
        .collect(Collectors.joining(","));
  }
}
