package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SourceShownTest {
  private static final String CODE =
      """
      package shop;
      import java.util.List;
      /** An order. */
      class Order extends Thing {
        static final int LIMIT = 10;
        List<Item> items() { return helper.find("text"); }
        record Part(int size) {}
      }
      enum State { OPEN }
      interface Store {}
      """;

  @Test
  void showsNoCodeAndNoComment() {
    Shown before = shown(CODE);
    assertThat(shown(CODE.replace("helper.find", "other.load"))).isEqualTo(before);
    assertThat(shown(CODE.replace("An order.", "A bill."))).isEqualTo(before);
    assertThat(shown(CODE.replace("\n", "\n\n"))).isEqualTo(before);
    for (String each : List.of("10", "items()", "OPEN", "int size", "extends Thing", "static ")) {
      assertThat(shown(CODE.replace(each, each.replaceAll("^(\\w+)", "$1x"))).shape())
          .as(each)
          .isNotEqualTo(before.shape());
    }
  }

  @Test
  void isCalledByItsTypesAndItsFile() {
    assertThat(shown(CODE).names()).isEqualTo(words("Order", "Part", "State", "Store", "Orders"));
    assertThat(shown(CODE).members())
        .isEqualTo(
            Map.of(
                "shop.Order".hashCode(), 1L,
                "shop.State".hashCode(), 1L,
                "shop.Store".hashCode(), 1L));
    assertThat(shown("package shop; class A {} class A {}").members())
        .isEqualTo(Map.of("shop.A".hashCode(), 2L));
    assertThat(shown("class").names()).isEqualTo(words("Orders"));
  }

  @Test
  void mentionsTheWordsOutsideOfCode() {
    Shown shown = shown(CODE);
    assertThat(shown.mentions().meet(Set.of("Thing".hashCode()))).isTrue();
    assertThat(shown.mentions().meet(Set.of("helper".hashCode()))).isFalse();
    Words all = SourceShown.words(SourceText.of(CODE));
    assertThat(all.meet(Set.of("helper".hashCode()))).isTrue();
    assertThat(all.meet(Set.of("text".hashCode()))).as("of a literal").isFalse();
  }

  @Test
  void whatDeclaresPackagesAndModulesIsForAll() {
    SourceText text = SourceText.of("package shop;");
    assertThat(SourceShown.read("package-info.java", text).isForAll()).isTrue();
    assertThat(SourceShown.read("module-info.java", text).isForAll()).isTrue();
    assertThat(SourceShown.read("Info.java", text).isForAll()).isFalse();
  }

  private static Shown shown(String code) {
    return SourceShown.read("Orders.java", SourceText.of(code));
  }

  private static Words words(String... words) {
    return Words.in(String.join(" ", words));
  }
}
