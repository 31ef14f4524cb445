package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PageTextTest {
  private static final Screen PLAIN = new Screen(false, false, "x");

  @Test
  void readsWithoutMarks() {
    assertThat(
            PageText.lines(
                """
                # TimeZone

                It depends
                on the machine.

                - one
                - two

                ```java bad=implicitNow
                LocalDate.now();
                ```

                ```java good
                LocalDate.now(clock);
                ```
                """,
                PLAIN))
        .containsExactly(
            "TimeZone",
            "",
            "It depends on the machine.",
            "",
            "- one",
            "- two",
            "",
            "    // reported",
            "    LocalDate.now();",
            "",
            "    // fine",
            "    LocalDate.now(clock);");
  }

  @Test
  void breaksLongLinesBetweenWords() {
    assertThat(PageText.lines("word ".repeat(60), PLAIN))
        .hasSize(3)
        .allSatisfy(each -> assertThat(each.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void leavesOutTheStarsOfWhatIsBoldButNotThoseOfCode() {
    assertThat(PageText.lines("**When** it is\n```\na ** b\n```", PLAIN))
        .containsExactly("When it is", "    a ** b");
  }

  @Test
  void keepsHashesInCode() {
    assertThat(PageText.lines("```\n# a comment\n```", PLAIN)).containsExactly("    # a comment");
  }
}
