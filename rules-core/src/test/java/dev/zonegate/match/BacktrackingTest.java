package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of regular expressions that people write in many ways. */
final class BacktrackingTest {
  private static final String PARTS = "ab0-.\\[]^$(){}*+?|QEdwpu&:=!<>,12";

  @ParameterizedTest
  @ValueSource(strings = {"([\\.-z]+)+!", "([ -\\~]+)+!", "([\\t-z]+)+!", "([a-c-]+)+!"})
  void aRangeMayStartAndEndWithAnEscape(String regex) {
    assertThat(Backtracking.exponentialPart(regex, true)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[\\w\\Q-.\\/:\\E]+", "([\\Qa-\\E]+)+!", "([z-a]+)+!", "([a-\\d]+)+!", "([a-\\"})
  void whatIsNotReadIsNotToldOf(String regex) {
    assertThat(Backtracking.exponentialPart(regex, true)).isEmpty();
  }

  @Test
  void noTextMakesItFail() {
    Random random = new Random(20261122);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder regex = new StringBuilder();
      for (int left = random.nextInt(24); left > 0; left--) {
        regex.append(PARTS.charAt(random.nextInt(PARTS.length())));
      }
      assertThat(Backtracking.exponentialPart(regex.toString(), true)).isNotNull();
    }
  }
}
