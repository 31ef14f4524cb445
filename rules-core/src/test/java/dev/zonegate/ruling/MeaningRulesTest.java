package dev.zonegate.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the page of rulings says of the meaning rules at a glance: how often each pattern fires in
 * the stored findings, and that none warns of what was found to be false too often. With {@code
 * -Dzonegate.regenerate=true} the counts and states are written anew.
 */
final class MeaningRulesTest {
  private static final Path STORED = Path.of("src/test/resources/ruling");
  private static final Path PAGE = Path.of("../docs/ruling.md");
  private static final List<String> RULES =
      List.of("LocaleAndMoney", "ScaleTrap", "ArchitectureDrift", "PlaceholderCode", "HollowTest");
  private static final String HEAD =
      "| pattern | fires | read | true | state | remark |\n|---|---|---|---|---|---|\n";
  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(\\w+\\.\\w+)` \\| ([\\d,]+) \\| (\\d+) \\| (\\d*) \\| ([^|]+) \\| ([^|]*) \\|");
  private static final Pattern FINDING = Pattern.compile("^\\S+ (\\w+\\.\\w+) \\w+/");
  private static final double LEAST_TRUE = 0.8;

  /** Source jars hold no tests, so that these are counted by hand. */
  private static final String OF_TESTS = "HollowTest.";

  private record Row(String fires, int read, int correct, String state, String remark) {}

  @Test
  void everyPatternHasItsCountAndItsState() throws IOException {
    String page = Files.readString(PAGE);
    String written = table(page);
    Map<String, Row> rows = rows(written);
    Map<String, Integer> counts = counts();
    List<String> expected = new ArrayList<>();
    patterns().forEach((name, pattern) -> expected.add(row(name, pattern, rows, counts)));
    String table = String.join("\n", expected);
    if (Boolean.getBoolean("zonegate.regenerate")) {
      Files.writeString(PAGE, page.replace(written, table));
    } else {
      assertThat(written).isEqualTo(table);
    }
  }

  @Test
  void nothingThatIsOftenFalseIsMoreThanAPreview() throws IOException {
    Map<String, Row> rows = rows(table(Files.readString(PAGE)));
    assertThat(rows).isNotEmpty();
    rows.forEach(
        (name, row) -> {
          if (row.read() > 0 && !row.state().contains("preview")) {
            assertThat((double) row.correct() / row.read())
                .as(name)
                .isGreaterThanOrEqualTo(LEAST_TRUE);
          }
        });
  }

  private static String table(String page) {
    assertThat(page).contains(HEAD);
    int start = page.indexOf(HEAD) + HEAD.length();
    return page.substring(start, page.indexOf("\n\n", start));
  }

  private static String row(
      String name, RulePattern pattern, Map<String, Row> rows, Map<String, Integer> counts) {
    Row row = rows.getOrDefault(name, new Row("0", 0, 0, "", ""));
    String fires =
        name.startsWith(OF_TESTS)
            ? row.fires()
            : String.format(Locale.ROOT, "%,d", counts.getOrDefault(name, 0));
    String state =
        pattern.severity().name().toLowerCase(Locale.ROOT)
            + (pattern.isPreview() ? ", preview" : "");
    String correct = row.read() == 0 ? "" : String.valueOf(row.correct());
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %d | %s | %s | %s |",
        name,
        fires,
        row.read(),
        correct,
        state,
        row.remark());
  }

  private static Map<String, Row> rows(String table) {
    Map<String, Row> rows = new TreeMap<>();
    Matcher row = ROW.matcher(table);
    while (row.find()) {
      int correct = row.group(4).isEmpty() ? 0 : Integer.parseInt(row.group(4));
      rows.put(
          row.group(1),
          new Row(
              row.group(2), Integer.parseInt(row.group(3)), correct, row.group(5), row.group(6)));
    }
    return rows;
  }

  private static Map<String, RulePattern> patterns() {
    Map<String, RulePattern> patterns = new LinkedHashMap<>();
    for (String name : RULES) {
      Catalogue.rules().stream()
          .map(Rule::info)
          .filter(each -> each.name().equals(name))
          .forEach(
              rule -> rule.patterns().forEach(each -> patterns.put(name + "." + each.id(), each)));
    }
    return patterns;
  }

  private static Map<String, Integer> counts() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (Stream<Path> stored = Files.list(STORED)) {
      for (Path corpus : stored.sorted().toList()) {
        for (String line : Files.readAllLines(corpus)) {
          Matcher finding = FINDING.matcher(line);
          if (finding.find()) {
            counts.merge(finding.group(1), 1, Integer::sum);
          }
        }
      }
    }
    return counts;
  }
}
