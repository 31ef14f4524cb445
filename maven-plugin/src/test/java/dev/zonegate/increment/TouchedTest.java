package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.increment.Ledger.Source;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TouchedTest {
  private static final Map<String, Set<String>> TYPES =
      Map.of("Order.java", Set.of("Order", "Line"), "Shop.java", Set.of("Shop"));

  @Test
  void whatChangedAndWhatNamesItsTypes() {
    Ledger before = ledger(source("1", "class Order Line"), source("2", "class Shop Order"));
    assertThat(Touched.between(before, before, TYPES)).isEmpty();

    Ledger user = ledger(source("1", "class Order Line"), source("9", "class Shop Order"));
    assertThat(Touched.between(before, user, TYPES)).containsExactly("Shop.java");

    Ledger used = ledger(source("9", "class Order Line"), source("2", "class Shop Order"));
    assertThat(Touched.between(before, used, TYPES)).containsExactly("Order.java", "Shop.java");
  }

  @Test
  void whatNamesANestedTypeOfANewFile() {
    Source shop = source("2", "class Shop Line");
    Ledger before = new Ledger("", 0, Map.of("Shop.java", shop), Map.of());
    Ledger now = ledger(source("1", "class Order Line"), shop);
    assertThat(Touched.between(before, now, TYPES)).containsExactly("Order.java", "Shop.java");
  }

  @Test
  void whatIsJudgedAsSomethingElse() {
    Ledger before = ledger(source("1", "class Order Line"), source("2", "class Shop"));
    Source test = new Source(Stamp.NONE, "TEST", "2", Words.in("class Shop"));
    Ledger now = ledger(source("1", "class Order Line"), test);
    assertThat(Touched.between(before, now, TYPES)).containsExactly("Shop.java");
  }

  private static Source source(String sha256, String words) {
    return new Source(Stamp.NONE, "MAIN", sha256, Words.in(words));
  }

  private static Ledger ledger(Source order, Source shop) {
    return new Ledger("", 0, Map.of("Order.java", order, "Shop.java", shop), Map.of());
  }
}
