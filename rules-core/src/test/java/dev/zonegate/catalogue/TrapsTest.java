package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The page of traps names fixtures that are there. */
final class TrapsTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Path FIXTURES = ROOT.resolve("rules-core/src/test/resources/fixtures");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+\\.\\w+)` \\| [^|]+ \\| `([^`]+)` \\| (.+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Set<String> OF_TRUST =
      Set.of("AI01", "AI02", "AI04", "AI05", "AI06", "AI07");

  private record Trap(String pattern, String fixture, List<String> named) {}

  @TestFactory
  Stream<DynamicTest> aTrapStandsInItsFixtureAndIsNotMarked() throws IOException {
    return traps().stream()
        .map(
            each ->
                dynamicTest(
                    each.pattern() + " " + each.named(),
                    () -> {
                      String text = Files.readString(FIXTURES.resolve(each.fixture()));
                      assertThat(text).contains(each.named());
                      assertThat(
                              text.lines()
                                  .filter(line -> each.named().stream().anyMatch(line::contains)))
                          .allSatisfy(
                              line -> assertThat(line).doesNotContain("finds " + each.pattern()));
                    }));
  }

  @Test
  void noPatternOfTheseRulesIsLeftOut() throws IOException {
    Set<String> named = new TreeSet<>();
    traps().forEach(each -> named.add(each.pattern()));
    Set<String> all = new TreeSet<>();
    Catalogue.rules().stream()
        .map(Rule::info)
        .filter(each -> OF_TRUST.contains(each.id()))
        .forEach(rule -> rule.patterns().forEach(each -> all.add(rule.name() + "." + each.id())));
    assertThat(named).isEqualTo(all);
  }

  private static List<Trap> traps() throws IOException {
    List<Trap> traps = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/traps.md")));
    while (row.find()) {
      List<String> named = CODE.matcher(row.group(3)).results().map(it -> it.group(1)).toList();
      traps.add(new Trap(row.group(1), row.group(2), named));
    }
    return traps;
  }
}
