package dev.zonegate.engines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.catalogue.Catalogue;
import dev.zonegate.gate.RuleNames;
import dev.zonegate.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in the mapping is there: in the engines, and here. */
final class MappingTest {
  private static final List<String> CHECKSTYLE_PACKAGES =
      List.of("", "blocks/", "coding/", "sizes/", "design/", "metrics/");

  private final Mapping mapping = Mapping.load();

  @Test
  void spotBugsAndItsPluginKnowEveryId() throws IOException {
    Set<String> known = new HashSet<>();
    for (URL each : Collections.list(getClass().getClassLoader().getResources("findbugs.xml"))) {
      known.addAll(all("<BugPattern\\b[^>]*\\btype=\"([^\"]+)\"", text(each)));
    }
    assertThat(known).contains("DM_DEFAULT_ENCODING", "SQL_INJECTION_JDBC");
    assertThat(known).containsAll(mapping.ids(Engine.SPOTBUGS));
  }

  @Test
  void pmdKnowsEveryId() throws IOException {
    Set<String> known = new HashSet<>();
    for (String each : List.of("bestpractices", "design", "errorprone", "multithreading")) {
      known.addAll(rules(each));
    }
    for (String each : List.of("performance", "security", "codestyle")) {
      known.addAll(rules(each));
    }
    assertThat(known).containsAll(mapping.ids(Engine.PMD));
  }

  @Test
  void checkstyleKnowsEveryId() {
    assertThat(mapping.ids(Engine.CHECKSTYLE)).allMatch(MappingTest::isCheck);
    assertThat(isCheck("NoSuch")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void everyIdStandsForAPatternOfOurs(Engine engine) {
    RuleNames names = new RuleNames(Catalogue.rules().stream().map(Rule::info).toList());
    assertThat(mapping.ids(engine)).isNotEmpty();
    for (String id : mapping.ids(engine)) {
      String key = mapping.key(engine, id).orElseThrow();
      assertThat(names.key(key)).as(engine + " " + id).contains(key);
      assertThat(key).contains(".");
    }
    assertThat(mapping.key(engine, "NO_SUCH_ID")).isEmpty();
  }

  private static boolean isCheck(String id) {
    String folder = "com/puppycrawl/tools/checkstyle/checks/";
    return CHECKSTYLE_PACKAGES.stream()
        .map(each -> folder + each + id + "Check.class")
        .anyMatch(each -> MappingTest.class.getClassLoader().getResource(each) != null);
  }

  private static Set<String> rules(String category) throws IOException {
    URL file = MappingTest.class.getResource("/category/java/" + category + ".xml");
    return all("<rule\\s+name=\"([^\"]+)\"", text(file));
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new HashSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String text(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
