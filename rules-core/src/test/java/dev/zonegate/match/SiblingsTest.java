package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Things are written as their class and a letter; those with a capital letter have it. */
final class SiblingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.A.x a.A.K a.A.L|2|0.5|its 2 siblings have one",
        "a.A.x a.A.K|1|0.5|its sibling has one",
        "a.A.x a.A.K a.A.L a.A.y|2|0.5|2 of its 3 siblings have one",
        "a.A.x a.A.K a.B.L|2|0.5|its 2 neighbours in the package have one",
        "a.A.x a.B.L|1|0.5|its neighbour in the package has one",
        "a.A.x a.A.K a.B.L b.B.M|3|0.5|its 3 others in the module have one",
        "a.A.x b.B.M|1|0.5|its other in the module has one",
        "a.A.x a.A.y a.B.K a.B.L|2|0.5|2 of its 3 neighbours in the package have one",
        "a.A.x a.A.y a.A.z a.B.K a.B.L a.B.M|2|0.5|",
        "a.A.x a.A.K a.A.y a.A.z a.B.K a.B.L a.B.M|2|0.5|4 of its 6 neighbours in the package have one",
        "a.A.x a.A.y|1|0.5|",
        "a.A.x|1|0.5|",
      })
  void areNearest(String all, int fewest, double share, String said) {
    List<String> things = List.of(all.split(" "));
    Optional<Siblings<String>> found =
        Siblings.of(
            things.get(0),
            things,
            each -> each.substring(0, each.lastIndexOf('.')),
            each -> Character.isUpperCase(each.charAt(each.length() - 1)),
            fewest,
            share);
    assertThat(found.map(Siblings::said).orElse(null)).isEqualTo(said);
  }
}
