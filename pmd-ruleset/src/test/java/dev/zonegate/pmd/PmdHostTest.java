package dev.zonegate.pmd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.frontend.SourceInput;
import dev.zonegate.model.SourceFile.Role;
import dev.zonegate.model.SourceText;
import java.util.List;
import net.sourceforge.pmd.reporting.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PmdHostTest {
  private static final String RULE = "<rule ref=\"" + PmdRun.ALL + "/TimeZone\">%s</rule>";
  private static final String DUE =
      """
      package shop;

      import java.time.LocalDate;

      class Invoice {
        LocalDate due() {
          return LocalDate.now();
        }
      }
      """;

  @Test
  void aFindingIsAViolationAtTheName() {
    assertThat(found(DUE))
        .containsExactly(
            "shop/Invoice.java:7:22-7:25 TimeZone `LocalDate.now()` reads the machine's default time"
                + " zone; pass a `Clock` or a `ZoneId` (implicitNow)");
  }

  @Test
  void placesAreThoseOfTheOriginalText() {
    String windows = DUE.replace("\n", "\r\n");
    String escaped = DUE.replace("return ", "/* \\u00e9\\u00e9 */\treturn ");

    assertThat(found(windows)).isEqualTo(found(DUE));
    assertThat(found(escaped)).singleElement().asString().contains(":7:41-7:44 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PMD",
        "PMD.TimeZone",
        "all",
        "TimeZone",
        "AI11",
        "TimeZone.implicitNow",
        "PMD.TimeZone.implicitNow"
      })
  void everySpellingOfASuppressionHolds(String name) {
    String annotation = "@SuppressWarnings(\"" + name + "\") ";

    assertThat(found(DUE.replace("class Invoice", annotation + "class Invoice"))).isEmpty();
    assertThat(found(DUE.replace("LocalDate due", annotation + "LocalDate due"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"PMD.TimeZone\") LocalDate day = LocalDate.now();",
        "void f() { @SuppressWarnings(\"PMD.TimeZone\") LocalDate day = LocalDate.now(); }",
        "LocalDate day = LocalDate.now(); // NOPMD the desk's own clock",
        "\n// zonegate: allow TimeZone.implicitNow, the desk's own clock\n LocalDate day = LocalDate.now();"
      })
  void aSuppressionOnTheMemberOrTheLineHolds(String member) {
    assertThat(found("import java.time.LocalDate; class Desk { " + member + "\n}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"PMD.TimeZone\") int other; LocalDate day = LocalDate.now();",
        "@SuppressWarnings(\"PMD.RawSql\") LocalDate day = LocalDate.now();",
        "@SuppressWarnings(\"TimeZone.badPattern\") LocalDate day = LocalDate.now();",
        "int other; // NOPMD\n LocalDate day = LocalDate.now();"
      })
  void aSuppressionOfSomethingElseDoesNot(String member) {
    assertThat(found("import java.time.LocalDate; class Desk { " + member + "\n}")).hasSize(1);
  }

  @Test
  void generatedCodeIsLeftAlone() {
    String generated = "@javax.annotation.processing.Generated(\"x\") class Invoice";

    assertThat(found(DUE.replace("class Invoice", generated))).isEmpty();
    assertThat(shown("target/generated-sources/shop/Invoice.java", DUE, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "disable, implicitNow, 0",
    "disable, badPattern, 1",
    "disable, 'badPattern,implicitNow', 0",
    "enable, pinnedZone, 0",
    "minimumConfidence, low, 1",
    "minimumConfidence, high, 1",
    "preview, true, 1"
  })
  void propertiesSwitch(String property, String value, int findings) {
    assertThat(shown("shop/Invoice.java", DUE, properties(property, value))).hasSize(findings);
  }

  @Test
  void whatTheProjectBansIsReported() {
    String rule = RULE.replace("TimeZone", "ArchitectureDrift");
    String bans = properties("sanctioned", "java.time.LocalDate=use com.acme.Days");

    assertThat(run(DUE, rule.formatted(bans)).getViolations())
        .singleElement()
        .satisfies(each -> assertThat(each.getDescription()).contains("use com.acme.Days"));
  }

  @Test
  void whatIsInPreviewIsLeftOutOnDemand() {
    String legacy = "class Invoice { Object due = new java.util.Date(); }";

    assertThat(shown("shop/Invoice.java", legacy, "")).hasSize(1);
    assertThat(shown("shop/Invoice.java", legacy, properties("preview", "false"))).isEmpty();
  }

  @Test
  void aLessSureFindingIsLeftOutOnDemand() {
    String query =
        """
        class Query {
          public void print(java.sql.Statement statement, String name) throws Exception {
            statement.execute("delete from orders where name = '" + name + "'");
          }
        }
        """;
    String rule = RULE.replace("TimeZone", "RawSql");

    assertThat(run(query, rule.formatted("")).getViolations()).hasSize(1);
    assertThat(run(query, rule.formatted(properties("minimumConfidence", "high"))).getViolations())
        .isEmpty();
  }

  @Test
  void aMisspeltPatternIsAConfigurationError() {
    Report report = run(DUE, RULE.formatted(properties("disable", "implicitNews")));

    assertThat(report.getConfigurationErrors())
        .singleElement()
        .satisfies(
            each -> assertThat(each.issue()).contains("`TimeZone` has no pattern `implicitNews`"));
  }

  @Test
  void aRuleThatTheCatalogueDoesNotKnowIsAConfigurationError() {
    String rule =
        "<rule name=\"TimeZones\" language=\"java\" message=\"x\""
            + " class=\"dev.zonegate.pmd.ZonegateRule\"/>";

    assertThat(run(DUE, rule).getConfigurationErrors())
        .singleElement()
        .satisfies(each -> assertThat(each.issue()).contains("no rule `TimeZones`"));
  }

  @Test
  void packagesAndModulesAreRead() {
    Report report =
        new PmdRun(List.of(), "17", 1)
            .of(
                List.of(
                    input("shop/package-info.java", "/** The shop. */ package shop;"),
                    input("module-info.java", "module shop { requires java.sql; }"),
                    input("Empty.java", "")),
                PmdRun.ALL);

    assertThat(report.getProcessingErrors()).isEmpty();
    assertThat(report.getViolations()).isEmpty();
  }

  @Test
  void aLongSumDoesNotEndTheRun() {
    String sum = "\"a\" + n".concat(" + \"b\" + n".repeat(2_000));
    String source =
        DUE.replace("class Invoice {", "class Invoice { int n; String s = " + sum + ";");

    Report report =
        new PmdRun(List.of(), "17", 2)
            .of(List.of(input("A.java", source), input("B.java", DUE)), PmdRun.ALL);

    assertThat(report.getProcessingErrors()).isEmpty();
    assertThat(report.getViolations()).hasSize(2);
  }

  private static String properties(String name, String value) {
    return "<properties><property name=\"%s\" value=\"%s\"/></properties>".formatted(name, value);
  }

  private static List<String> found(String source) {
    return shown("shop/Invoice.java", source, "");
  }

  private static List<String> shown(String path, String source, String properties) {
    Report report =
        new PmdRun(List.of(), "17", 1)
            .with(List.of(input(path, source)), RULE.formatted(properties));
    assertThat(report.getProcessingErrors()).isEmpty();
    assertThat(report.getConfigurationErrors()).isEmpty();
    return PmdRun.shown(report);
  }

  private static Report run(String source, String rules) {
    return new PmdRun(List.of(), "17", 1).with(List.of(input("A.java", source)), rules);
  }

  private static SourceInput input(String path, String source) {
    return new SourceInput(path, SourceText.of(source), Role.MAIN);
  }
}
