package dev.zonegate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuppressionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"TimeZone\"",
        "\"TimeZone.now\"",
        "\"AI11\"",
        "\"AI11.now\"",
        "\"PMD.TimeZone\"",
        "{\"unchecked\", \"TimeZone\"}",
        "ALLOWED",
        "Orders.ALLOWED",
        "\"Time\" + ZONE",
      })
  void anAnnotationCoversItsMethod(String value) {
    String code =
        """
        class Orders {
          static final String ZONE = "Zone";
          static final String ALLOWED = "TimeZone." + "now";
          @Deprecated
          @SuppressWarnings(%s)
          void due() { clock(now()); }
          void paid() { clock(now()); }
        """
            .formatted(value);

    assertThat(Sample.standing(code + "}")).containsExactly("7 TimeZone.now");
  }

  @Test
  void anAnnotationCoversATypeAFieldAParameterOrALocal() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  @SuppressWarnings("TimeZone") class Paid { Object at = now(); }
                  @SuppressWarnings("TimeZone") Object one = now(), two = now();
                  void due() {
                    @SuppressWarnings("TimeZone") Object local = now();
                    Object other = now();
                  }
                  enum Kind { @SuppressWarnings("TimeZone") OPEN(now()), CLOSED(now()) }
                }
                """))
        .containsExactly("6 TimeZone.now", "8 TimeZone.now");
  }

  @Test
  void aCommentCoversTheNextLineOfCode() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  // zonegate: allow TimeZone.now, the batch runs in UTC

                  // another comment
                  Object due = now();
                  Object paid = now();
                }
                """))
        .containsExactly("6 TimeZone.now");
  }

  @Test
  void aCommentCoversAWholeSimpleStatementButNoBody() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  void due() {
                    // zonegate: allow TimeZone, reviewed
                    clock(
                        now(),
                        now());
                    /* zonegate: allow TimeZone, reviewed */
                    if (now()
                        == now()) {
                      now();
                    }
                    // zonegate: allow TimeZone, reviewed
                    run(now(), () -> {
                      now();
                    });
                  }
                }
                """))
        .containsExactly("10 TimeZone.now", "14 TimeZone.now");
  }

  @Test
  void aCommentAfterCodeCoversItsLine() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  Object due = now(); // zonegate: allow TimeZone, it is a test double
                  Object paid = now();
                }
                """))
        .containsExactly("3 TimeZone.now");
  }

  @Test
  void aReasonMayGoOnInTheNextLineComment() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  // zonegate: allow TimeZone.now, the batch runs where the
                  // clocks are UTC (until 2026-11-20)
                  Object due = now();
                }
                """))
        .containsExactly("2 Suppression.expired", "4 TimeZone.now");
  }

  @Test
  void aSuppressionHoldsOnItsLastDay() {
    FileResult result =
        Sample.check(
            """
            class Orders {
              // zonegate: allow TimeZone.now, the batch runs in UTC (until 2026-11-21)
              Object due = now();
            }
            """);

    Settlement settled = Sample.settle(result, Sample.TODAY);
    assertThat(settled.findings()).isEmpty();
    assertThat(settled.suppressed())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.finding().key()).isEqualTo("TimeZone.now");
              assertThat(each.suppression().reason()).isEqualTo("the batch runs in UTC");
              assertThat(each.suppression().until()).isEqualTo(Sample.TODAY);
            });
    assertThat(Sample.settle(result, Sample.TODAY.plusDays(1)).findings())
        .extracting(each -> each.message())
        .contains(
            "This allowed `TimeZone.now` until 2026-11-21 and no longer hides it; repair the code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allow TimeZone.now | unreasoned",
        "allow TimeZone.now, (until 2027-01-31) | unreasoned",
        "allow TimeZone.now, tested (until 2027-02-30) | malformed",
        "allow TimeZone.now, tested (until next year) | malformed",
        "ignore TimeZone.now, tested | malformed",
        "allow TimeZone.then, tested | unknown",
        "allow TimeZones, tested | unknown",
      })
  void aFaultyCommentHidesNothingAndSaysSo(String sample) {
    String[] parts = sample.split(" \\| ");
    String code = "class Orders {\n// zonegate: " + parts[0] + "\nObject due = now();\n}\n";

    assertThat(Sample.standing(code))
        .containsExactly("2 Suppression." + parts[1], "3 TimeZone.now");
  }

  @Test
  void aSuppressionThatHidesNothingIsNoted() {
    assertThat(
            Sample.standing(
                """
                class Orders {
                  // zonegate: allow TimeZone, no longer needed
                  Object due = null;
                  @SuppressWarnings({"unchecked", "TimeZone"}) void paid() {}
                  @SuppressWarnings("TimeZone.then") void open() {}
                }
                """))
        .containsExactly("2 Suppression.unused", "4 Suppression.unused", "5 Suppression.unknown");
  }

  @Test
  void aSuppressionOfWhatIsSwitchedOffIsLeftAlone() {
    String code = "class Orders {\n@SuppressWarnings(\"TimeZone.today\") Object due = null;\n}\n";
    Settings settings = new Settings(Set.of("TimeZone.today"), Set.of());

    assertThat(Sample.check(code, settings).suppressions()).isEmpty();
  }

  @Test
  void inAFileThatDoesNotParseNothingCountsAsUnused() {
    FileResult broken =
        Sample.check(
            "class Orders {\n@SuppressWarnings(\"TimeZone\") void paid() {}\nvoid due( {}\n}\n");

    assertThat(Sample.settle(broken, Sample.TODAY).findings()).isEmpty();
  }

  @Test
  void theNearestOfSeveralSuppressionsIsNamedAndNoneCountsAsUnused() {
    FileResult result =
        Sample.check(
            """
            @SuppressWarnings("TimeZone")
            class Orders {
              // zonegate: allow TimeZone.now, the batch runs in UTC
              Object due = now();
            }
            """);

    Settlement settled = Sample.settle(result, Sample.TODAY);
    assertThat(settled.findings()).isEmpty();
    assertThat(settled.suppressed())
        .extracting(each -> each.suppression().origin())
        .containsExactly(Suppression.Origin.COMMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// the batch runs in UTC (until 2027-01-31) | the batch runs in UTC | 2027-01-31",
        "// the batch runs in UTC until 2027-01-31   | the batch runs in UTC | 2027-01-31",
        "/* the batch runs in UTC */                 | the batch runs in UTC |",
        "// zonegate: allow TimeZone.now, other      | ''                    |",
      })
  void aCommentBehindAnAnnotationIsItsReason(String comment, String reason, LocalDate until) {
    String code =
        "class Orders {\n  @SuppressWarnings(\"TimeZone\") "
            + comment
            + "\n  Object due = now();\n}";
    assertThat(Sample.check(code).suppressions().get(0))
        .returns(reason, Suppression::reason)
        .returns(until, Suppression::until);
  }

  @Test
  void aCommentFurtherBehindIsNoReason() {
    String code =
        "class Orders {\n  @SuppressWarnings(\"TimeZone\") Object due = now(); // soon\n}";
    assertThat(Sample.check(code).suppressions()).singleElement().returns("", Suppression::reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "// NOPMD                                           | ''                |",
        "//NOPMD the desk's clock                           | the desk's clock  |",
        "// NOPMD - zonegate: the clock until 2027-01-31    | the clock         | 2027-01-31",
        "// NOPMD: the clock (until 2027-01-31)             | the clock         | 2027-01-31",
      })
  void nopmdHidesItsLine(String comment, String reason, LocalDate until) {
    String code =
        "class Orders {\n  Object due = now(); " + comment + "\n  Object paid = now();\n}";
    assertThat(Sample.standing(code)).containsExactly("3 TimeZone.now");
    assertThat(Sample.check(code).suppressions())
        .singleElement()
        .returns(reason, Suppression::reason)
        .returns(until, Suppression::until);
  }

  @Test
  void nopmdThatHidesNothingOfOursIsNoNews() {
    assertThat(Sample.standing("class Orders {\n  int due; // NOPMD until 2020-01-01\n}"))
        .isEmpty();
    assertThat(Sample.standing("class Orders {\n  int due; // no NOPMDs here\n}")).isEmpty();
  }

  @Test
  void nopmdPastItsDayHidesNothing() {
    assertThat(
            Sample.standing("class Orders {\n  Object due = now(); // NOPMD until 2020-01-01\n}"))
        .containsExactlyInAnyOrder("2 TimeZone.now", "2 Suppression.expired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  Object due = now(); // NOPMD later (until next week)",
        "  @SuppressWarnings(\"TimeZone\") // later (until 2027-02-30)\n  Object due = now();",
      })
  void whatEndsOnNoDayHidesNothing(String member) {
    assertThat(Sample.standing("class Orders {\n" + member + "\n}"))
        .hasSize(2)
        .anyMatch(each -> each.endsWith("TimeZone.now"))
        .contains("2 Suppression.malformed");
  }
}
