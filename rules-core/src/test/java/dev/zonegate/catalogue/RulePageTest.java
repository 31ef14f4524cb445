package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

final class RulePageTest {
  private static final RulePage PAGE =
      RulePage.parse(
          "TimeZone",
          """
          # TimeZone

          ## Why it bites

          It does.

          ## implicitNow

          ```java bad=implicitNow,implicitNow on=TimeZone.strict
          // ## no heading
          LocalDate.now();
          ```

          ```java good
          clock.instant();
          ```

          ```xml
          <a/>
          ```
          """);

  @Test
  void sectionsAreCutAtHeadingsOutsideOfCode() {
    assertThat(PAGE.sections())
        .extracting(RulePage.Section::heading)
        .containsExactly("Why it bites", "implicitNow");
    assertThat(PAGE.section("Why it bites").orElseThrow().markdown()).isEqualTo("It does.");
  }

  @Test
  void blocksSayWhatTheyShowAndWhereTheyAre() {
    assertThat(PAGE.section("implicitNow").orElseThrow().blocks())
        .extracting(RulePage.Block::isBad, RulePage.Block::isGood, RulePage.Block::line)
        .containsExactly(tuple(true, false, 9), tuple(false, true, 14), tuple(false, false, 18));
  }

  @Test
  void theWordsAfterAFenceAreRead() {
    RulePage.Block block = PAGE.section("implicitNow").orElseThrow().blocks().get(0);

    assertThat(block.value("bad")).contains("implicitNow,implicitNow");
    assertThat(block.value("on")).contains("TimeZone.strict");
    assertThat(block.code()).isEqualTo("// ## no heading\nLocalDate.now();\n");
  }
}
