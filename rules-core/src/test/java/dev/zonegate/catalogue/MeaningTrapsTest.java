package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The table of what the meaning rules must not fall into: each row names a fixture that is so. */
final class MeaningTrapsTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Path FIXTURES = ROOT.resolve("rules-core/src/test/resources/fixtures");
  private static final Pattern ROW =
      Pattern.compile("\\| `(\\w+)\\.(\\w+)` \\| ([^|]+) \\| `([\\w/.-]+)` `([^`]+)` \\|.*");
  private static final Set<String> RULES =
      Set.of("LocaleAndMoney", "ScaleTrap", "ArchitectureDrift", "PlaceholderCode", "HollowTest");

  private record Trap(String rule, String pattern, String what, String fixture, String place) {
    /** The first line that names the place, or none. */
    List<String> lines() throws IOException {
      Pattern name = Pattern.compile("(?<!\\w)" + Pattern.quote(place) + "(?!\\w)");
      return Files.readAllLines(FIXTURES.resolve(rule).resolve(fixture)).stream()
          .filter(each -> name.matcher(each).find())
          .limit(1)
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> aTrapHasAFixtureThatKeepsQuiet() throws IOException {
    return traps().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.rule() + "." + each.pattern() + ": " + each.what(),
                    () ->
                        assertThat(each.lines())
                            .as(each.fixture())
                            .isNotEmpty()
                            .noneMatch(line -> line.contains(each.rule() + "." + each.pattern()))));
  }

  @Test
  void everyPatternHasATrap() throws IOException {
    Set<String> patterns =
        Catalogue.rules().stream()
            .map(each -> each.info())
            .filter(each -> RULES.contains(each.name()))
            .flatMap(each -> each.patterns().stream().map(one -> each.name() + "." + one.id()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> rows =
        traps().stream()
            .map(each -> each.rule() + "." + each.pattern())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(patterns);
  }

  private static List<Trap> traps() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/traps-meaning.md")).stream()
        .filter(each -> each.startsWith("| `"))
        .map(MeaningTrapsTest::trap)
        .toList();
  }

  private static Trap trap(String row) {
    Matcher cells = ROW.matcher(row);
    assertThat(cells.matches()).as(row).isTrue();
    return new Trap(cells.group(1), cells.group(2), cells.group(3), cells.group(4), cells.group(5));
  }
}
