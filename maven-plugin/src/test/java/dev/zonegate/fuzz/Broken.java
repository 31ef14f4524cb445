package dev.zonegate.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.junit.jupiter.api.function.Executable;

/** What is left of a good text after somebody meddled with it. */
public final class Broken {
  private static final int MOST_CHANGES = 6;
  private static final int PERMILLE = 1000;

  /** What readers may trip over. */
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "\n",
          "\r",
          "\t",
          "\0",
          "\uFEFF",
          "\uD800",
          "\u2028",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "\\",
          ":",
          ": ",
          "- ",
          ",",
          "<",
          "/>",
          "]]>",
          "<!DOCTYPE x [<!ENTITY a 'b'>]>",
          "&a;",
          "&#0;",
          "&anchor",
          "*anchor",
          "!!java.lang.Runtime",
          "<<: *a",
          "---",
          "...",
          "null",
          "NaN",
          "-1",
          "0",
          "99999999999999999999",
          "1e999999999",
          "2147483648",
          "**/**/**/",
          "(a+)+$",
          "../../../../etc/passwd",
          "a".repeat(5000),
          "[".repeat(3000),
          "{\"a\":".repeat(2000),
          "x: ".repeat(1000));

  private Broken() {}

  /** A change: what stands between two places becomes something else, several times over. */
  private record Change(int from, int length, String piece, int times) {
    void apply(StringBuilder text) {
      int start = (int) ((long) text.length() * from / PERMILLE);
      int end = Math.min(text.length(), start + length);
      String cut = text.substring(start, end);
      // without a piece it says the same again
      text.replace(start, end, (piece.isEmpty() ? cut : piece).repeat(times));
    }
  }

  /** Texts like these, hurt in a few places. */
  public static Arbitrary<String> of(String... good) {
    Arbitrary<Change> change =
        Combinators.combine(
                Arbitraries.integers().between(0, PERMILLE),
                Arbitraries.integers().between(0, 40),
                Arbitraries.of(PIECES),
                Arbitraries.integers().between(0, 3))
            .as(Change::new);
    return Combinators.combine(Arbitraries.of(good), change.list().ofMaxSize(MOST_CHANGES))
        .as(
            (text, changes) -> {
              StringBuilder broken = new StringBuilder(text);
              changes.forEach(each -> each.apply(broken));
              return broken.toString();
            });
  }

  /** Fails if it does not come to its end. */
  public static void ends(Executable reading) {
    assertTimeoutPreemptively(Duration.ofSeconds(30), reading);
  }
}
