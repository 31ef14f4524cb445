package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sets in Error Prone holds for our checks. */
final class ErrorProneHostTest {
  private static final String INVOICE =
      """
      package shop;

      import java.time.LocalDate;

      class Invoice {
        LocalDate due() {
          return LocalDate.now().plusDays(30);
        }
      }
      """;

  @Test
  void aFindingIsAWarningAtTheName() {
    Compilation compilation = compile(INVOICE);

    assertThat(compilation.reported())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.key()).isEqualTo("TimeZone.implicitNow");
              assertThat(each.kind()).isEqualTo(Diagnostic.Kind.WARNING);
              assertThat(each.line()).isEqualTo(7);
              assertThat(each.column()).isEqualTo(22);
            });
    assertThat(compilation.others()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xep:TimeZone:ERROR", "-Xep:AI11:ERROR"})
  void severityIsForErrorProneToSay(String option) {
    assertThat(compile(INVOICE, option).reported())
        .singleElement()
        .satisfies(each -> assertThat(each.kind()).isEqualTo(Diagnostic.Kind.ERROR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xep:TimeZone:OFF",
        "-XepOpt:Zonegate:Disable=RawSql,TimeZone.implicitNow",
        "-XepOpt:Zonegate:Disable=AI11"
      })
  void rulesAndPatternsAreSwitchedOff(String option) {
    assertThat(compile(INVOICE, option).reported()).isEmpty();
  }

  @Test
  void whatTheProjectBansIsReported() {
    String ban = "-XepOpt:Zonegate:Sanctioned=java.time.LocalDate=com.acme.Days";

    assertThat(compile(INVOICE, ban).reported())
        .anySatisfy(
            each ->
                assertThat(each.message())
                    .contains("`LocalDate` is not for this project: use com.acme.Days"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TimeZone", "TimeZone.implicitNow", "AI11", "PMD.TimeZone", "all"})
  void aSuppressionOnTheTypeHolds(String name) {
    String suppressed =
        INVOICE.replace("class Invoice", "@SuppressWarnings(\"" + name + "\") class Invoice");

    assertThat(compile(suppressed).reported()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"PMD.TimeZone\") LocalDate day() { return LocalDate.now(); }",
        "@SuppressWarnings(\"PMD.TimeZone\") LocalDate day = LocalDate.now();",
        "void f() { @SuppressWarnings(\"AI11\") LocalDate day = LocalDate.now(); }",
        "\n// zonegate: allow TimeZone.implicitNow, the batch runs in UTC\nLocalDate day = LocalDate.now();",
        "@javax.annotation.processing.Generated(\"tool\") LocalDate day() { return LocalDate.now(); }"
      })
  void aSuppressionOnAMemberHolds(String member) {
    String source = "import java.time.LocalDate; class Invoice { " + member + " }";

    assertThat(compile(source).reported()).isEmpty();
  }

  @Test
  void aSuppressionOfAnotherMemberDoesNot() {
    String source =
        """
        import java.time.LocalDate;
        class Invoice {
          @SuppressWarnings("TimeZone") LocalDate first = LocalDate.now();
          LocalDate second = LocalDate.now();
        }
        """;

    assertThat(compile(source).reported())
        .extracting(Compilation.Reported::line)
        .containsExactly(4);
  }

  @Test
  void generatedCodeIsLeftAlone() {
    SourceInput generated = input("target/generated-sources/jaxb/shop/Invoice.java", INVOICE);

    assertThat(Compilation.of(List.of(generated), List.of(), 17).reported()).isEmpty();
  }

  @Test
  void linesWithWindowsEndsTabsAndEscapesAreMeasuredAsTheCompilerDoes() {
    String source =
        INVOICE.replace("return", "\treturn").replace("due", "d\\u00fce").replace("\n", "\r\n");

    assertThat(compile(source).reported())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.line()).isEqualTo(7);
              assertThat(each.column()).isEqualTo(23);
            });
  }

  @Test
  void packagesAndModulesCompile() {
    SourceInput notes = input("shop/package-info.java", "@Deprecated package shop;");
    Compilation compilation =
        Compilation.of(List.of(notes, input("shop/Invoice.java", INVOICE)), List.of(), 17);

    assertThat(compilation.reported()).hasSize(1);
    assertThat(compilation.others()).isEmpty();
  }

  @Test
  void fixesBecomeAPatch(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("Report.java");
    Files.writeString(
        source,
        """
        import java.time.format.DateTimeFormatter;

        class Report {
          static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("YYYY-MM-dd");
        }
        """);

    Compilation.patch(source, "TimeZone");

    assertThat(folder.resolve("error-prone.patch"))
        .content()
        .contains(
            "-  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(\"YYYY-MM-dd\");")
        .contains(
            "+  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(\"yyyy-MM-dd\");");
  }

  private static Compilation compile(String source, String... options) {
    return Compilation.of(List.of(input("shop/Invoice.java", source)), List.of(), 17, options);
  }

  private static SourceInput input(String path, String source) {
    return new SourceInput(path, SourceText.of(source), Role.MAIN);
  }
}
