package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "**, A.java",
    "**, a/b/C.java",
    "**/ledger/**, ledger/A.java",
    "**/ledger/**, src/main/ledger/deep/A.java",
    "ledger, src/ledger/A.java",
    "ledger/, src/ledger/A.java",
    "ledger, ledger",
    "src/main, src/main/java/A.java",
    "/src/**/x, src/x/A.java",
    "src/**/x.java, src/x.java",
    "src/**/x.java, src/a/b/x.java",
    "*.java, a/b/C.java",
    "src/*.java, src/C.java",
    "**/*Controller.java, a/UserController.java",
    "?.java, a/X.java",
    "[A-C]*.java, a/Bill.java",
    "[!A-C]*.java, a/Order.java",
    "[ABx-z].java, a/A.java",
    "[ABx-z].java, a/B.java",
    "[ABx-z].java, a/x.java",
    "[ABx-z].java, a/y.java",
    "[ABx-z].java, a/z.java",
    "[x-zAB].java, a/A.java",
    "[A-].java, a/-.java",
    "[!A].java, a/!.java",
    "[]A].java, a/].java",
    "[]A]?.java, a/AB.java",
    "a\\*b, x/a*b/C.java",
    "**/**/x, x/A.java"
  })
  void matches(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ledger, src/ledgers/A.java",
    "ledger, src/Ledger/A.java",
    "src/main, other/src/main/A.java",
    "/ledger, src/ledger/A.java",
    "src/*.java, src/a/C.java",
    "src/*/x.java, src/x.java",
    "?.java, a/XY.java",
    "[A-C]*.java, a/Order.java",
    "[!A-C]*.java, a/Bill.java",
    "[ABx-z].java, a/C.java",
    "[ABx-z].java, a/-.java",
    "[ABx-z].java, a/w.java",
    "[x-zAB].java, a/-.java",
    "[A-].java, a/B.java",
    "[A].java, a/].java",
    "[!AB].java, a/A.java",
    "[!AB].java, a/B.java",
    "a\\*b, x/acb/C.java"
  })
  void doesNotMatch(String pattern, String path) {
    assertThat(Glob.of(pattern).matches(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/",
        "!a/**",
        "C:/src",
        "..",
        "a/../b",
        "./a",
        "a//b",
        "src\\main",
        "{a,b}/**",
        "[abc",
        "a\\"
      })
  void refusesWhatCannotMeanAnything(String pattern) {
    assertThatThrownBy(() -> Glob.of(pattern)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> Glob.of("a".repeat(501))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesShortTimeForAHostilePattern() {
    Glob glob = Glob.of("**/" + "*a".repeat(80) + "b");
    String path = ("a".repeat(200) + "/").repeat(20) + "X.java";
    boolean matches = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> glob.matches(path));
    assertThat(matches).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"**", "*", "/**", "**/*", "**/**"})
  void knowsWhenItTakesEverything(String pattern) {
    assertThat(Glob.of(pattern).isEverything()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/**", "*.java", "*/*", "a"})
  void knowsWhenItLeavesSomethingOut(String pattern) {
    assertThat(Glob.of(pattern).isEverything()).isFalse();
  }
}
