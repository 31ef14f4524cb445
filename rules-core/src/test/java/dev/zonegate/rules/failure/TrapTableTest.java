package dev.zonegate.rules.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import dev.zonegate.rules.missingstate.MissingStateRule;
import dev.zonegate.rules.missingtimeout.MissingTimeoutRule;
import dev.zonegate.rules.naiveretry.NaiveRetryRule;
import dev.zonegate.rules.nullhandling.NullHandlingRule;
import dev.zonegate.rules.racecondition.RaceConditionRule;
import dev.zonegate.rules.resourceleak.ResourceLeakRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each trap of the failure rules has a fixture in which its pattern finds nothing. */
final class TrapTableTest {
  private static final Path TABLE = Path.of("../docs/traps-failure.md");
  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
  private static final Pattern ROW = Pattern.compile("\\| `(\\w+)\\.(\\w+)` \\| (.+) \\| (.+) \\|");
  private static final Pattern PLACE = Pattern.compile("`([\\w/]+)#(\\w+)`");

  private record Trap(String rule, String pattern, String what, String file, String member) {}

  @TestFactory
  Stream<DynamicTest> theFixtureOfATrapIsQuiet() throws IOException {
    List<Trap> traps = traps();
    assertThat(traps).hasSizeGreaterThan(100);
    return traps.stream().map(each -> dynamicTest(each.toString(), () -> check(each)));
  }

  @TestFactory
  Stream<DynamicTest> eachPatternHasATrap() throws IOException {
    List<String> known =
        traps().stream().map(each -> each.rule() + "." + each.pattern()).distinct().toList();
    return Stream.of(
            new MissingStateRule(),
            new NullHandlingRule(),
            new RaceConditionRule(),
            new MissingTimeoutRule(),
            new NaiveRetryRule(),
            new ResourceLeakRule())
        .flatMap(TrapTableTest::patterns)
        .map(each -> dynamicTest(each, () -> assertThat(known).contains(each)));
  }

  private static Stream<String> patterns(Rule rule) {
    return rule.info().patterns().stream()
        .map(RulePattern::id)
        .map(id -> rule.info().name() + "." + id);
  }

  private static void check(Trap trap) throws IOException {
    List<String> lines =
        Files.readAllLines(FIXTURES.resolve(trap.rule()).resolve(trap.file() + ".java"));
    String mark = "finds " + trap.rule() + "." + trap.pattern();
    assertThat(bodies(lines, trap.member()))
        .as("methods or classes named %s", trap.member())
        .isNotEmpty()
        .anySatisfy(
            body ->
                assertThat(String.join("\n", body))
                    .doesNotContain(mark)
                    .doesNotContain(mark.replace("finds", "finds?")));
  }

  /** From each declaration of that name to the line that closes it. */
  private static List<List<String>> bodies(List<String> lines, String member) {
    Pattern start =
        Pattern.compile(
            "( *)(?!return |new )(\\S.* )?"
                + member
                + "\\(.*|( *)(\\S.* )?class "
                + member
                + "\\b.*");
    List<List<String>> bodies = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher found = start.matcher(lines.get(i));
      if (found.matches()) {
        String indent = found.group(1) == null ? found.group(3) : found.group(1);
        int end = i + lines.subList(i, lines.size()).indexOf(indent + "}");
        if (end > i) {
          bodies.add(lines.subList(i, end + 1));
        }
      }
    }
    return bodies;
  }

  private static List<Trap> traps() throws IOException {
    List<Trap> traps = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Matcher place = PLACE.matcher(row.group(4));
        while (place.find()) {
          traps.add(
              new Trap(row.group(1), row.group(2), row.group(3), place.group(1), place.group(2)));
        }
      }
    }
    return traps;
  }
}
