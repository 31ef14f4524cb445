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

/** The page of traps names fixtures that are there and keep quiet. */
final class TrapsTest {
  private static final Path ROOT = Path.of(System.getProperty("zonegate.root"));
  private static final Path FIXTURES = ROOT.resolve("rules-core/src/test/resources/fixtures");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+\\.\\w+)` \\| [^|]+ \\| `([^`]+)` \\| (.+) \\|$");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAME = Pattern.compile("\\w+");

  private record Trap(String pattern, String fixture, String named) {
    boolean isMarked(String text) {
      return text.contains("finds " + pattern) || text.contains("finds? " + pattern);
    }
  }

  @TestFactory
  Stream<DynamicTest> aTrapStandsInItsFixtureAndIsNotMarked() throws IOException {
    return traps().stream().map(each -> dynamicTest(each.toString(), () -> check(each)));
  }

  private static void check(Trap trap) throws IOException {
    List<String> lines = Files.readAllLines(FIXTURES.resolve(trap.fixture()));
    List<String> places = bodies(lines, trap.named());
    if (places.isEmpty()) {
      boolean isName = NAME.matcher(trap.named()).matches();
      String wanted = isName ? "\\b" + trap.named() + "\\b" : Pattern.quote(trap.named());
      Pattern text = Pattern.compile(wanted);
      places = lines.stream().filter(line -> text.matcher(line).find()).toList();
    }
    assertThat(places).as("places of %s", trap.named()).isNotEmpty();
    assertThat(places).anyMatch(place -> !trap.isMarked(place));
  }

  /** Methods and classes of a name, each from its declaration to the line that closes it. */
  private static List<String> bodies(List<String> lines, String name) {
    Pattern start =
        Pattern.compile(
            "( *)(?!return |new )(?:\\S.* )?(?:%1$s\\(|class %1$s\\b).*"
                .formatted(Pattern.quote(name)));
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher found = start.matcher(lines.get(i));
      if (found.matches()) {
        boolean isOneLine = lines.get(i).endsWith("}");
        int length = isOneLine ? 0 : lines.subList(i, lines.size()).indexOf(found.group(1) + "}");
        if (length >= 0) {
          bodies.add(String.join("\n", lines.subList(i, i + length + 1)));
        }
      }
    }
    return bodies;
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
    Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/traps.md")));
    while (row.find()) {
      CODE.matcher(row.group(3))
          .results()
          .forEach(it -> traps.add(new Trap(row.group(1), row.group(2), it.group(1))));
    }
    return traps;
  }
}
