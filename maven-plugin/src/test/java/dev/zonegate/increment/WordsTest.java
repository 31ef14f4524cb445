package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "Order, Order",
    "shop.Order, Order",
    "shop.Order, shop",
    "'(Order)', Order",
    "java/util/Map$Entry, Map",
    "java/util/Map$Entry, Entry",
    "java/util/Map$Entry, Map$Entry",
    "(LOrder;)V, Order",
    "(IJLOrder;)V, Order",
    "(ZBCDFSLV;)V, V",
    "größe 𝒳y, 𝒳y",
  })
  void aTextHasTheWord(String text, String word) {
    assertThat(Words.in(text).meet(Set.of(word.hashCode()))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Orders, Order",
    "Order, rder",
    "IOrder, Order",
    "Map$Entry, p$E",
    "III, I",
    "'', ''"
  })
  void aTextLacksTheWord(String text, String word) {
    assertThat(Words.in(text).meet(Set.of(word.hashCode()))).isFalse();
  }

  @Test
  void meetsWhateverIsWantedAmongSeveral() {
    Words words = Words.of(Set.of(3, 1, 2));
    assertThat(words.numbers()).containsExactly(1, 2, 3);
    assertThat(words.meet(Set.of(9, 3))).isTrue();
    assertThat(words.meet(Set.of(9, 8))).isFalse();
    assertThat(words.meet(Set.of())).isFalse();
    Set<Integer> more = new HashSet<>(Set.of(7));
    words.addTo(more);
    assertThat(more).containsExactlyInAnyOrder(1, 2, 3, 7);
  }

  @Test
  void isEqualByItsNumbers() {
    assertThat(Words.in("b a")).isEqualTo(Words.in("a b a")).hasSameHashCodeAs(Words.in("a b"));
    assertThat(Words.in("a")).isNotEqualTo(Words.in("b")).isNotEqualTo("a");
  }
}
