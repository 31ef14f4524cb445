package dev.zonegate.increment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.increment.Ledger.Source;
import dev.zonegate.increment.Ledger.Unit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Base is mentioned by Middle, which Top mentions; Other stands alone. */
final class SpreadTest {
  private static final Map<String, Source> SOURCES =
      Map.of(
          "base", source("1", "Base load"),
          "middle", source("1", "Middle Base"),
          "top", source("1", "Top Middle"),
          "user", source("1", "User Top load"),
          "other", source("1", "Other load"));
  private static final Map<String, Unit> UNITS =
      Map.of(
          "Base", unit("Base", 1, 1, "String"),
          "Middle", unit("Middle", 1, 1, "Base"),
          "Top", unit("Top", 1, 1, "Middle"),
          "Other", unit("Other", 1, 1, "String"),
          "Hidden", new Unit(Stamp.NONE, 1, null));
  private static final Ledger BEFORE = new Ledger("", 0, SOURCES, UNITS);

  @Test
  void nothingReachesNothing() {
    assertThat(Spread.between(BEFORE, BEFORE)).isEmpty();
    assertThat(with("Hidden", new Unit(Stamp.NONE, 2, null))).isEmpty();
  }

  @Test
  void aFileWithOtherBytesOrOfAnotherKindIsOne() {
    Map<String, Source> sources = new TreeMap<>(SOURCES);
    sources.put("base", source("2", "Base load"));
    sources.put("other", new Source(Stamp.NONE, "TEST", "1", words("Other load")));
    sources.put("new", source("1", "New"));
    sources.remove("user");
    assertThat(Spread.between(BEFORE, new Ledger("", 0, sources, UNITS)))
        .containsExactly("base", "new", "other");
  }

  @Test
  void aShapeReachesWhoeverComesToIt() {
    assertThat(with("Base", unit("Base", 2, 1, "String")))
        .containsExactly("base", "middle", "top", "user");
    assertThat(with("Top", unit("Top", 2, 1, "Middle"))).containsExactly("top", "user");
  }

  @Test
  void whatAShapeNoLongerMentionsCountsAsWell() {
    Map<String, Unit> units = new TreeMap<>(UNITS);
    units.put("Base", unit("Base", 2, 1, "String"));
    units.put("Middle", unit("Middle", 1, 1, "String"));
    assertThat(Spread.between(BEFORE, new Ledger("", 0, SOURCES, units)))
        .containsExactly("base", "middle", "top", "user");
  }

  @Test
  void aMemberReachesWhoeverNamesItThere() {
    assertThat(with("Base", unit("Base", 1, 2, "String"))).containsExactly("base", "user");
    assertThat(with("Other", unit("Other", 1, 2, "String"))).containsExactly("other");
  }

  @Test
  void aTypeThatComesOrGoesReachesItsWords() {
    Map<String, Unit> units = new TreeMap<>(UNITS);
    units.remove("Other");
    Ledger without = new Ledger("", 0, SOURCES, units);
    assertThat(Spread.between(BEFORE, without)).containsExactly("other");
    assertThat(Spread.between(without, BEFORE)).containsExactly("other");
  }

  @Test
  void whatIsForAllReachesAll() {
    Unit packages =
        new Unit(Stamp.NONE, 1, new Shown(true, words("package-info"), 1, Map.of(), Words.NONE));
    assertThat(with("package-info", packages)).isEqualTo(SOURCES.keySet());
  }

  private static Set<String> with(String name, Unit unit) {
    Map<String, Unit> units = new TreeMap<>(UNITS);
    units.put(name, unit);
    return Spread.between(BEFORE, new Ledger("", 0, SOURCES, units));
  }

  private static Source source(String sha256, String words) {
    return new Source(Stamp.NONE, "MAIN", sha256, words(words));
  }

  private static Unit unit(String name, long shape, long load, String mentions) {
    Map<Integer, Long> members = Map.of("load".hashCode(), load, "save".hashCode(), 1L);
    return new Unit(
        Stamp.NONE, shape, new Shown(false, words(name), shape, members, words(mentions)));
  }

  private static Words words(String text) {
    return Words.in(text);
  }
}
