package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "(a+)+! (a+)+",
        "x(a*)*! (a*)*",
        "(?:a+)+! (?:a+)+",
        "(?<n>a+)+! (?<n>a+)+",
        "(a+){2,}! (a+){2,}",
        "(a+){2,21}! (a+){2,21}",
        "(a+){21}! (a+){21}",
        "((a+))+! ((a+))+",
        "(a+b?)+! (a+b?)+",
        "(a+a)+! (a+a)+",
        "(a|a)*! (a|a)*",
        "(a|[a-c])*! (a|[a-c])*",
        "(ab|ab)+! (ab|ab)+",
        "(\\w|\\d)+! (\\w|\\d)+",
        "(\\W|\\s)+! (\\W|\\s)+",
        "(\\D|\\S)+! (\\D|\\S)+",
        "(.|\\n)+! (.|\\n)+",
        "(\\p{L}+)+! (\\p{L}+)+",
        "([^a]|b)+! ([^a]|b)+",
        "([]a]+)+! ([]a]+)+",
        "(x|(a+)+!) (a+)+",
        "(a+)+$ (a+)+",
        "(a+)+(?=b) (a+)+",
        "(a+)+\\1 (a+)+",
        "((a+)+b)* (a+)+",
        "(,(a+)+){2} (a+)+",
        "(a+)*?! (a+)*?",
        "(a+)+?! (a+)+?",
        "(a+){2,}?! (a+){2,}?",
        "(a+b??)+! (a+b??)+",
        "(a++b)*(c+)+! (c+)+",
        "(?<=x)(a+)+! (a+)+",
        "(?<!x)(a+)+! (a+)+",
        "(?>a)(b+)+! (b+)+",
        "\\b(a+)+! (a+)+",
        "(?<n>a)(b\\k<n>|b\\k<n>)+! (b\\k<n>|b\\k<n>)+",
        "(\\P{L}|1)+! (\\P{L}|1)+",
        "(\\p{L}|a)+! (\\p{L}|a)+",
        "(\\p{L}|A)+! (\\p{L}|A)+",
        "(\\p{L}|\u00e9)+! (\\p{L}|\u00e9)+",
        "([\u00e0-\u00fc]|\u00e9)+! ([\u00e0-\u00fc]|\u00e9)+",
        "(\u00e9+)+! (\u00e9+)+",
        "([a-a]+)+! ([a-a]+)+",
        "([a-c]|c)+! ([a-c]|c)+",
        "(\\w|A)+! (\\w|A)+",
        "(\\w|_)+! (\\w|_)+",
        "(\\s|\\t)+! (\\s|\\t)+",
        "([a&b]+)+! ([a&b]+)+",
        "([\\d]|1)+! ([\\d]|1)+",
        "([a-]+)+! ([a-]+)+",
        "(a+(b?))+! (a+(b?))+",
        "(a+(a))+! (a+(a))+"
      })
  void namesThePartThatCanMatchInManyWays(String regex, String part) {
    assertThat(Backtracking.exponentialPart(regex, false)).contains(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+",
        "(a+)+b?",
        "(a+)+^",
        "(a+)+\\b",
        "(a+b)+!",
        "(a+){1,20}!",
        "(a{1,20})+!",
        "(a++)+!",
        "(a+)++!",
        "(?>(a+)+)!",
        "(?>a+)+!",
        "(a|b)+!",
        "(\\w|\\W)+!",
        "(\\d|\\D)+!",
        "(\\s|\\S)+!",
        "([^a]|a)+!",
        "(ab|ac)+!",
        "(a+)!",
        "(?=(a+)+)!",
        "(a+)+!)",
        "((a+)+!",
        "(a+)+!\\",
        "(a+)+!+*",
        "[(a+)+!",
        "(a+)+![[a]]",
        "(a+)+!\\p{Sc}",
        "(a+){x}!",
        "(a+){1234567}!",
        "(a+){",
        "(a+){0}!",
        "((a+)+)*",
        "(,(a+)+)+",
        "(\\p{L}|1)+!",
        "(\\P{L}|a)+!",
        "(\u00e9|\u00e0)+!",
        "([\u00e0-\u00e5]|\u00e9)+!",
        "([a&&b]+)+!",
        "([\\d]|d)+!",
        "([a\\",
        "([a-",
        "([a-c]|-)+!",
        "([ -\\.-z]|a)+!",
        "(a+(b))+!",
        "(a+(ab))+!"
      })
  void staysQuietWhereOneWayIsLeftOrNothingCanFail(String regex) {
    assertThat(Backtracking.exponentialPart(regex, false)).isEmpty();
  }

  @Test
  void whatFollowsTheWholeMayAlwaysFail() {
    assertThat(Backtracking.exponentialPart("(a+)+", true)).contains("(a+)+");
    assertThat(Backtracking.exponentialPart("(a+)+b?", true)).contains("(a+)+");
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
