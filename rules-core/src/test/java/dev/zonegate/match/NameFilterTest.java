package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NameFilterTest {
  private static final List<String> NAMES =
      IntStream.range(0, 400).mapToObj(it -> "name" + it).toList();

  @Test
  void whatWasAddedIsNeverTurnedAway() {
    NameFilter filter = new NameFilter(NAMES.size());
    NAMES.forEach(filter::add);
    assertThat(NAMES).allMatch(filter::mayHave);
  }

  @Test
  void nearlyAllOthersAre() {
    NameFilter filter = new NameFilter(NAMES.size());
    NAMES.forEach(filter::add);
    assertThat(IntStream.range(0, 400).filter(it -> filter.mayHave("other" + it)).count())
        .isLessThan(60);
  }

  @Test
  void aPrefixLetsInWhatBeginsAlike() {
    NameFilter filter = new NameFilter(1);
    assertThat(filter.mayHave("getName")).isFalse();
    filter.addPrefix("get");
    assertThat(filter.mayHave("getName")).isTrue();
    assertThat(filter.mayHave("setName")).isFalse();
    assertThat(filter.mayHave("")).isFalse();
  }

  @Test
  void allLetsInAll() {
    NameFilter filter = new NameFilter(1);
    filter.addAll();
    assertThat(filter.mayHave("anything")).isTrue();
  }
}
