package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code first()} has run when {@code then()} does. */
final class FlowTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "first(); then();",
        "{ first(); } then();",
        "first(); if (b) { then(); }",
        "if (first()) { then(); }",
        "if (first()) { b = !b; } then();",
        "b = first() ? b : !b; then();",
        "b = first() && b; then();",
        "b = b ^ first(); then();",
        "do { first(); } while (b); then();",
        "for (int each : firsts(first())) { b = !b; } then();",
        "for (int each : firsts(first())) { then(); }",
        "synchronized (this) { first(); } then();",
        "try { first(); } finally { b = !b; } then();",
        "try { b = !b; } catch (RuntimeException e) { b = !b; } finally { first(); } then();",
        "switch (n) { case 1: first(); then(); }",
        "while (b) { first(); then(); }",
        "Runnable r = () -> { first(); then(); };",
      })
  void surelyPrecedes(String code) {
    assertThat(precedes(code)).isEqualTo("surely");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (b) { first(); } then();",
        "if (b) { b = !b; } else { first(); } then();",
        "b = b ? first() : !b; then();",
        "b = b ? !b : first(); then();",
        "b = b && first(); then();",
        "b = b || first(); then();",
        "while (b) { first(); } then();",
        "for (; b; ) { first(); } then();",
        "for (int each : firsts(b)) { first(); } then();",
        "try { first(); } catch (RuntimeException e) { b = !b; } then();",
        "try { b = !b; } catch (RuntimeException e) { first(); } then();",
        "switch (n) { case 1: first(); } then();",
        "switch (n) { case 1 -> first(); } then();",
        "Runnable r = () -> { first(); }; then();",
        "if (b) { first(); if (b) { return; } } then();",
      })
  void mayPrecede(String code) {
    assertThat(precedes(code)).isEqualTo("maybe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (b) { first(); return; } then();",
        "if (b) { first(); b = !b; throw new IllegalStateException(); } then();",
        "switch (n) { case 1: first(); return; default: then(); }",
        "if (b) { first(); } else { then(); }",
        "b = b ? first() : then();",
        "switch (n) { case 1 -> first(); default -> then(); }",
        "n = switch (n) { case 1 -> firsts(first()).length; default -> firsts(then()).length; };",
      })
  void cannotPrecede(String code) {
    assertThat(precedes(code)).isEqualTo("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"then(); first();", "while (b) { then(); first(); }"})
  void whatFollowsDoesNotPrecede(String code) {
    SourceFile file = file(code);
    assertThat(
            Flow.of(file)
                .surelyPrecedes(
                    Snippet.find(file, Expr.Call.class, "first()"),
                    Snippet.find(file, Expr.Call.class, "then()")))
        .isFalse();
  }

  private static String precedes(String code) {
    SourceFile file = file(code);
    Expr.Call first = Snippet.find(file, Expr.Call.class, "first()");
    Expr.Call then = Snippet.find(file, Expr.Call.class, "then()");
    boolean isSure = Flow.of(file).surelyPrecedes(first, then);
    boolean isPossible = Flow.of(file).mayPrecede(first, then);
    return isPossible ? isSure ? "surely" : "maybe" : isSure ? "contradiction" : "never";
  }

  private static SourceFile file(String code) {
    return Snippet.file(
        """
        class Steps {
          boolean b;
          int n;
          void run() {
            %s
          }
          boolean first() {
            return b;
          }
          boolean then() {
            return b;
          }
          int[] firsts(boolean given) {
            return new int[1];
          }
        }
        """
            .formatted(code));
  }
}
