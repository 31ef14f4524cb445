package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Expr;
import dev.zonegate.model.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether {@code here()} is only printed. */
final class PrintedTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.out.println(here());",
        "System.err.println(\"a\" + here());",
        "System.out.println(String.format(\"%s\", here()));",
        "throw new IllegalStateException(here());",
        "throw new Unknown(here());",
        "Exception e = new IllegalStateException(here());",
        "logger.info(here());",
        "String s = here(); System.out.println(s);",
        "StringBuilder s = new StringBuilder(); s.append(here()); System.out.println(s);",
        "StringBuilder s = new StringBuilder(); s.append(here()).append(1); s.append(2); System.out.println(s);",
        "StringBuilder s = new StringBuilder(); s.append(here()); StringBuilder t = new StringBuilder(); t.append(s); System.out.println(t);",
      })
  void isPrinted(String code) {
    assertThat(printed(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use(here());",
        "String s = here();",
        "String s = here(); use(s);",
        "String s = here(); System.out.println(s); use(s);",
        "held = here();",
        "Object o = new Object[] { new StringBuilder(here()) };",
        "known.info(here());",
        "Printer.out.println(here());",
        "StringBuilder s = new StringBuilder(); s.append(here()); use(s.toString());",
        "StringBuilder s = new StringBuilder(); s.append(here()); use(s.append(1).toString());",
        "StringBuilder s = new StringBuilder(); s.append(here()); StringBuilder t = new StringBuilder(); t.append(s); use(t.toString());",
        "java.io.StringWriter s = new java.io.StringWriter(); s.append(here()); System.out.println(s);",
      })
  void isRead(String code) {
    assertThat(printed(code)).isFalse();
  }

  private static boolean printed(String code) {
    SourceFile file =
        Snippet.file(
            """
            class Printing {
              String held;
              Known known;
              void run() {
                %s
              }
              String here() { return ""; }
              void use(String text) { }
              interface Known { void info(String text); }
              static class Printer { static Known2 out; }
              interface Known2 { void println(String text); }
            }
            """
                .formatted(code));
    return Printed.isPrinted(file, Snippet.find(file, Expr.Call.class, "here()"));
  }
}
