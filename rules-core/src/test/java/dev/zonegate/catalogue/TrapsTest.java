package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of traps names fixtures that are there and keep quiet. */
final class TrapsTest {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(\\w+\\.\\w+)` \\| [^|]+? (?:\\((note|low)\\) )?\\| `([^`]+)` \\| (.+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  /**
   * A row's place.
   *
   * @param grade {@code note} or {@code low} if the finding is there, and no more than that
   */
  private record Trap(String pattern, String grade, String fixture, String named) {}

  @TestFactory
  Stream<DynamicTest> aTrapStandsInItsFixtureAndIsNotMarked() throws IOException {
    return traps().stream().map(each -> dynamicTest(each.toString(), () -> check(each)));
  }

  private static void check(Trap trap) throws IOException {
    assertThat(FixturePlaces.of(trap.fixture(), trap.named()))
        .as("places of %s", trap.named())
        .isNotEmpty()
        .anyMatch(place -> holds(trap, place));
  }

  private static boolean holds(Trap trap, String place) {
    return trap.grade().isEmpty()
        ? !FixturePlaces.isMarked(place, trap.pattern())
        : FixturePlaces.isLowered(place, trap.pattern(), trap.grade());
  }

  @Test
  void noPatternIsLeftOut() throws IOException {
    Set<String> named = new TreeSet<>();
    traps().forEach(each -> named.add(each.pattern()));
    Set<String> all = new TreeSet<>();
    Catalogue.rules().stream()
        .map(Rule::info)
        .forEach(rule -> rule.patterns().forEach(each -> all.add(rule.name() + "." + each.id())));
    assertThat(named).isEqualTo(all);
  }

  private static List<Trap> traps() throws IOException {
    List<Trap> traps = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(FixturePlaces.ROOT.resolve("docs/traps.md")));
    while (row.find()) {
      String grade = row.group(2) == null ? "" : row.group(2);
      CODE.matcher(row.group(4))
          .results()
          .forEach(it -> traps.add(new Trap(row.group(1), grade, row.group(3), it.group(1))));
    }
    return traps;
  }
}
