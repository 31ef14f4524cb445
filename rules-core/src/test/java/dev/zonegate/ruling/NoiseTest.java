package dev.zonegate.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The rules on what happens when it does not go well are quiet on code that works: counted in the
 * stored findings of the ruling. With {@code -Dzonegate.regenerate=true} the page is written anew.
 */
final class NoiseTest {
  private static final Path STORED = Path.of("src/test/resources/ruling");
  private static final Path PAGE = Path.of("../docs/ruling.md");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?<=\\| pattern \\| warnings \\| for 1,000 lines \\|\n\\|---\\|---\\|---\\|\n)"
              + "[^\n]*(\n\\|[^\n]*)*");
  private static final Pattern FINDING =
      Pattern.compile(
          "^\\S+ ((?:MissingState|NullHandling|RaceCondition|MissingTimeout|NaiveRetry|ResourceLeak)"
              + "\\.\\w+) (?:WARNING|ERROR)/\\w+(/preview)? ");
  private static final double MOST_PER_THOUSAND_LINES = 1;
  private static final int FEW = 4;

  /** Lines of the judged sources, whose versions are fixed. */
  private static final Map<String, Integer> LINES =
      Map.ofEntries(
          Map.entry("commons-lang3", 100_643),
          Map.entry("flowable", 153_053),
          Map.entry("hapi", 253_742),
          Map.entry("hawkbit", 29_455),
          Map.entry("keycloak", 177_169),
          Map.entry("ledgers", 24_563),
          Map.entry("mosip", 69_457),
          Map.entry("oak", 61_737),
          Map.entry("quartz", 62_130),
          Map.entry("spring-jdbc", 38_758),
          Map.entry("syncope", 30_939),
          Map.entry("vectorstores", 1_037));

  private record Warning(String corpus, String pattern, boolean isPreview) {}

  @Test
  void noProjectGetsMoreThanOneWarningForThousandLines() throws IOException {
    List<Warning> warnings = warnings();
    assertThat(warnings).isNotEmpty();
    LINES.forEach(
        (corpus, lines) ->
            assertThat(
                    warnings.stream().filter(each -> each.corpus().equals(corpus)).count()
                        * 1000.0
                        / lines)
                .as(corpus)
                .isLessThanOrEqualTo(MOST_PER_THOUSAND_LINES));
  }

  @Test
  void thePageSaysWhichPatternMakesMostOfIt() throws IOException {
    String page = Files.readString(PAGE);
    Matcher table = TABLE.matcher(page);
    assertThat(table.find()).isTrue();
    String counted = String.join("\n", rows(warnings()));
    if (Boolean.getBoolean("zonegate.regenerate")) {
      Files.writeString(
          PAGE, page.substring(0, table.start()) + counted + page.substring(table.end()));
    } else {
      assertThat(table.group()).isEqualTo(counted);
    }
  }

  private static List<String> rows(List<Warning> warnings) {
    Map<String, Integer> counts = new TreeMap<>();
    warnings.forEach(each -> counts.merge(name(each), 1, Integer::sum));
    List<String> rows = new ArrayList<>();
    rows.add(row("all that fire", warnings.size()));
    rows.add(
        row("of these no preview", (int) warnings.stream().filter(w -> !w.isPreview()).count()));
    counts.entrySet().stream()
        .filter(each -> each.getValue() > FEW)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> rows.add(row(each.getKey(), each.getValue())));
    rows.add("| each of the others | at most " + FEW + " | |");
    return rows;
  }

  private static String name(Warning warning) {
    return "`" + warning.pattern() + "`" + (warning.isPreview() ? " (preview)" : "");
  }

  private static String row(String name, int count) {
    int lines = LINES.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(Locale.ROOT, "| %s | %d | %.3f |", name, count, count * 1000.0 / lines);
  }

  private static List<Warning> warnings() throws IOException {
    List<Warning> found = new ArrayList<>();
    for (String corpus : LINES.keySet()) {
      for (String line : Files.readAllLines(STORED.resolve(corpus + ".txt"))) {
        Matcher finding = FINDING.matcher(line);
        if (finding.find()) {
          found.add(new Warning(corpus, finding.group(1), finding.group(2) != null));
        }
      }
    }
    return found;
  }
}
