package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.rule.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of generations names fixtures in which a pattern fires, and keeps quiet. */
final class GenerationsTest {
  private static final Set<String> RULES = Set.of("AI01", "AI02", "AI04", "AI05", "AI06", "AI07");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `(\\w+\\.\\w+)` \\| ([^|]+) \\| `([^`]+)` \\| (?:`([^|]+)`)? \\| (?:`([^|]+)`)? \\|$");

  /** A row; what fires or keeps quiet is null if it stands in another. */
  private record Row(
      String pattern, String generation, String fixture, String fires, String quiet) {}

  @TestFactory
  Stream<DynamicTest> aGenerationFiresAndKeepsQuietWhereThePageSaysSo() throws IOException {
    return rows().stream().map(each -> dynamicTest(each.toString(), () -> check(each)));
  }

  private static void check(Row row) throws IOException {
    if (row.fires() != null) {
      assertThat(FixturePlaces.of(row.fixture(), row.fires()))
          .anyMatch(place -> FixturePlaces.isMarked(place, row.pattern()));
    }
    if (row.quiet() != null) {
      assertThat(FixturePlaces.of(row.fixture(), row.quiet()))
          .isNotEmpty()
          .noneMatch(place -> FixturePlaces.isMarked(place, row.pattern()));
    }
  }

  @Test
  void eachPatternOfTheTrustRulesFiresAndKeepsQuietSomewhere() throws IOException {
    Set<String> all = new TreeSet<>();
    Catalogue.rules().stream()
        .filter(rule -> RULES.contains(rule.info().id()))
        .forEach(rule -> all.addAll(keys(rule.info())));
    assertThat(patterns(row -> row.fires() != null)).isEqualTo(all);
    assertThat(patterns(row -> row.quiet() != null)).isEqualTo(all);
  }

  @Test
  void everyLineOfTheTableIsARow() throws IOException {
    long lines = page().lines().filter(each -> each.startsWith("| `")).count();
    assertThat(rows()).hasSize((int) lines);
  }

  private static List<String> keys(RuleInfo rule) {
    return rule.patterns().stream().map(each -> rule.name() + "." + each.id()).toList();
  }

  private static Set<String> patterns(Predicate<Row> wanted) throws IOException {
    Set<String> patterns = new TreeSet<>();
    rows().stream().filter(wanted).forEach(each -> patterns.add(each.pattern()));
    return patterns;
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    Matcher row = ROW.matcher(page());
    while (row.find()) {
      rows.add(new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)));
    }
    return rows;
  }

  private static String page() throws IOException {
    return Files.readString(FixturePlaces.ROOT.resolve("docs/generations.md"));
  }
}
