package dev.zonegate.match.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.match.Snippet;
import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each statement of the language, by what is known of a variable after it. */
final class PathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (home == null) { home = next(); } home.trim();",
        "do { home = System.getenv(\"B\"); } while (home == null); home.trim();",
        "for (; home == null; ) { home = next(); } home.trim();",
        "for (;;) { if (home != null) { break; } } home.trim();",
        "outer: while (true) { while (true) { if (home != null) { break outer; } } } home.trim();",
        "asked: { if (home != null) { break asked; } return; } home.trim();",
        "for (int each : numbers()) { if (home == null) { continue; } home.trim(); }",
        "outer: for (int each : numbers()) {"
            + " do { if (home == null) { continue outer; } } while (number() > 1); home.trim(); }",
        "while (true) { switch (number()) {"
            + " case 1: if (home != null) { break; } return; default: return; } home.trim(); }",
        "if (home == null ? true : number() > 1) { return; } home.trim();",
        "if (number() > 1 ? home == null : home == null) { return; } home.trim();",
        "if (!(home != null)) { return; } home.trim();",
        "if (home == null || number() > 1) { return; } home.trim();",
        "boolean is = (home = next()) != null && number() > 1; home.trim();",
        "boolean is = home != null && home.isEmpty();",
        "boolean is = home == null || home.isEmpty();",
        "int size = home == null ? 0 : home.length();",
        "assert home != null; home.trim();",
        "assert number() > 1 : (home = System.getenv(\"B\")); if (home == null) { return; }"
            + " home.trim();",
        "synchronized (home = next()) { } home.trim();",
        "try { if (home == null) { throw new IllegalStateException(); } }"
            + " catch (IllegalStateException e) { return; } home.trim();",
        "try { check(); } finally { if (home == null) { home = next(); } } home.trim();",
        "try (java.io.Reader reader = open(home = next())) { home.trim(); }",
        "try { try { check(); } catch (Exception e) { return; } } catch (RuntimeException e) {"
            + " home.trim(); }",
        "home = next(); try { check(); } catch (IllegalStateException e) { home.trim(); }"
            + " home = System.getenv(\"B\"); check();",
        "switch (number()) { case 1: home = next(); break; default: home = next(); } home.trim();",
        "switch (number()) { case 1: home = null; default: home = next(); } home.trim();",
        "switch (number()) { case 1 -> home = next(); default -> home = next(); } home.trim();",
        "switch (number()) { case 1 -> { return; } default -> home = next(); } home.trim();",
        "int n = switch (number()) { case 1 -> { home = next(); yield 1; }"
            + " default -> { home = next(); yield 2; } }; home.trim();",
        "if (home == null) { System.exit(1); } home.trim();",
        "if (home == null) { fail(); } home.trim();",
        "if (home == null) { return; } new Thread() { public void run() { home.trim(); } };",
        "if (home == null) { return; } class Local { void go() { home.trim(); } }",
      })
  void noWayLeavesItNull(String statements) {
    assertThat(nullable(statements)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (number() > 1) { if (home != null) { break; } } home.trim();",
        "home = next(); while (number() > 1) { home.trim(); home = System.getenv(\"B\"); }",
        "home = next(); do { home.trim(); home = System.getenv(\"B\"); } while (number() > 1);",
        "home = next(); for (; number() > 1; home = System.getenv(\"B\")) { home.trim(); }",
        "home = next(); for (int each : numbers()) { home.trim(); home = System.getenv(\"B\"); }",
        "for (int each : numbers()) { if (home == null) { return; } } home.trim();",
        "asked: { if (number() > 1) { break asked; } home = next(); } home.trim();",
        "while (number() > 1) { if (home == null) { continue; } return; } home.trim();",
        "if (number() > 1 ? home == null : number() > 2) { return; } home.trim();",
        "if (home == null && number() > 1) { return; } home.trim();",
        "boolean is = number() > 1 && (home = next()) != null; home.trim();",
        "boolean is = number() > 1 || (home = next()) != null; home.trim();",
        "int size = number() > 1 ? (home = next()).length() : 0; home.trim();",
        "try { if (home == null) { throw new IllegalStateException(); } }"
            + " catch (IllegalStateException e) { } home.trim();",
        "try { check(); home = next(); } catch (IllegalStateException e) { } home.trim();",
        "try { check(); home = next(); } finally { home.trim(); }",
        "try { try { check(); } catch (IllegalStateException e) { return; } }"
            + " catch (RuntimeException e) { home.trim(); }",
        "try { assert number() > 1; home = next(); } catch (Throwable e) { } home.trim();",
        "switch (number()) { case 1: home = next(); } home.trim();",
        "switch (number()) { case 1: if (home == null) { return; } case 2: home.trim(); }",
        "switch (number()) { default: home = next(); break; case 1: } home.trim();",
        "home = next(); switch (number()) { case 1: home = System.getenv(\"B\");"
            + " default: check(); } home.trim();",
        "switch (number()) { case 1 -> home = next(); default -> { } } home.trim();",
        "int n = switch (number()) { case 1 -> { home = next(); yield 1; } default -> 2; };"
            + " home.trim();",
        "int n = switch (number()) { case 1: home = next(); yield 1; default: yield 2; };"
            + " home.trim();",
        "if (home == null) { check(); } home.trim();",
        "if (home == null) { mayFail(); } home.trim();",
        "new Thread() { public void run() { home.trim(); } };",
        "class Local { void go() { home.trim(); } }",
      })
  void aWayLeavesItNull(String statements) {
    assertThat(nullable(statements)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean is = home != null; if (is) { home.trim(); }",
        "boolean is = home != null; if (!is) { } else { home.trim(); }",
        "boolean is = home != null; boolean both = is && home.isEmpty();",
        "boolean is = home != null; boolean either = !is || home.isEmpty();",
        "boolean is = home != null; int size = is ? home.length() : 0;",
        "boolean is = false; if (home != null) { is = number() > 1; } if (is) { home.trim(); }",
        "boolean is = home != null && number() > 1; if (is) { home.trim(); }",
        "boolean is = home != null; boolean both = is && number() > 1; if (both) { home.trim(); }",
        "String shown = null; if (home != null) { shown = next(); }"
            + " if (shown != null) { home.trim(); }",
        "String shown = null; if (home != null) { shown = next(); }"
            + " if (shown == null || number() > 1) { } else { home.trim(); }",
      })
  void anotherVariableTellsThatItIsSet(String statements) {
    assertThat(nullable(statements)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "boolean is = home != null; if (is) { } else { home.trim(); }",
        "boolean is = home != null; if (!is) { home.trim(); }",
        "boolean is = home != null; boolean either = is || home.isEmpty();",
        "boolean is = home != null; boolean both = !is && home.isEmpty();",
        "boolean is = home != null; int size = is ? 0 : home.length();",
        "boolean is = home != null; if (is || number() > 1) { home.trim(); }",
        "boolean is = number() > 1; if (is) { home.trim(); }",
        "boolean is = home != null || number() > 1; if (is) { home.trim(); }",
        "boolean is = true; if (home != null) { is = number() > 1; } if (is) { home.trim(); }",
        "String shown = null; if (home != null) { shown = next(); }"
            + " if (shown == null) { home.trim(); }",
      })
  void anotherVariableTellsNothing(String statements) {
    assertThat(nullable(statements)).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check();",
        "if (number() > 1) { check(); } else { throw new IllegalStateException(); }",
        "try { check(); throw new IllegalStateException(); } catch (IllegalStateException e) { }",
        "while (number() > 1) { check(); }",
        "while (true) { check(); if (number() > 1) { return; } }",
      })
  void theEndIsReachedAfterTheCall(String statements) {
    assertThat(mayEndAfterCheck(statements)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check(); throw new IllegalStateException();",
        "while (true) { check(); }",
        "if (number() > 1) { check(); System.exit(1); }",
        "check(); fail();",
        "do { check(); } while (true);",
      })
  void theEndIsNotReachedAfterTheCall(String statements) {
    assertThat(mayEndAfterCheck(statements)).isFalse();
  }

  private static boolean mayEndAfterCheck(String statements) {
    SourceFile file = file(statements);
    return ControlFlow.of(file).mayEndAfter(Snippet.find(file, Expr.Call.class, "check()"));
  }

  private static long nullable(String statements) {
    SourceFile file = file("String home = System.getenv(\"A\");" + statements);
    return file.all(Expr.Name.class).stream()
        .filter(each -> each.name().equals("home") && Dereferences.of(file, each) != null)
        .filter(each -> Nullness.of(file).possibleNull(each).isPresent())
        .count();
  }

  private static SourceFile file(String statements) {
    return Snippet.file(
        """
        class Homes {
          static native int number();
          static native int[] numbers();
          static native String next();
          static native java.io.Reader open(String path);
          static native void check();
          static void fail() { throw new IllegalStateException(); }
          static int mayFail() {
            if (number() > 1) { return 1; }
            throw new IllegalStateException();
          }
          void run() throws Exception { %s }
        }
        """
            .formatted(statements));
  }
}
