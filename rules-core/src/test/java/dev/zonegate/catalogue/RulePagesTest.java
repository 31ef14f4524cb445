package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.fixtures.ResourceFixture;
import dev.zonegate.fixtures.Snippet;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class RulePagesTest {
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:\\w+ )*(?:class|interface|enum|record|@interface) (\\w+)", Pattern.MULTILINE);

  /** All, or the one that {@code zonegate.only} names. */
  private static List<Rule> rules() {
    String only = System.getProperty("zonegate.only", "");
    return Catalogue.rules().stream()
        .filter(each -> only.isEmpty() || each.info().name().equals(only))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> aPageHasASectionForEachPatternInOrder() {
    return rules().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.info().name(),
                    () -> {
                      List<String> expected = new ArrayList<>();
                      expected.add(RulePage.WHY);
                      rule.info().patterns().forEach(each -> expected.add(each.id()));
                      expected.add(RulePage.EVIDENCE);
                      assertThat(page(rule).sections())
                          .extracting(RulePage.Section::heading)
                          .isEqualTo(expected);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aSectionShowsBadAndGoodCodeAndWhenItIsFine() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Rule rule : rules()) {
      for (RulePattern pattern : rule.info().patterns()) {
        tests.add(
            dynamicTest(
                rule.info().name() + "." + pattern.id(),
                () -> {
                  RulePage.Section section = page(rule).section(pattern.id()).orElseThrow();
                  assertThat(section.blocks()).anyMatch(RulePage.Block::isGood);
                  assertThat(section.blocks()).anyMatch(each -> names(each).contains(pattern.id()));
                  assertThat(section.markdown()).contains("**When it is fine");
                }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> aBlockGivesExactlyTheFindingsThatItNames() {
    Map<Fixture, List<String>> expected = new LinkedHashMap<>();
    for (Rule rule : rules()) {
      for (RulePage.Section section : page(rule).sections()) {
        for (RulePage.Block block : section.blocks()) {
          if (!block.isResource() && (block.isBad() || block.isGood())) {
            String prefix = rule.info().name() + ".";
            expected.put(
                fixture(rule, block),
                names(block).stream().map(each -> key(prefix, each)).sorted().toList());
          }
        }
      }
    }
    Map<String, List<String>> errors =
        FixtureRun.errors(expected.keySet(), FixtureClasspath.jars());
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), expected.keySet(), FixtureClasspath.jars());
    return expected.keySet().stream()
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () -> {
                      String code = each.text().content();
                      assertThat(errors.getOrDefault(each.path(), List.of())).as(code).isEmpty();
                      assertThat(run.settled(each).findings())
                          .as(code)
                          .extracting(Finding::key)
                          .containsExactlyInAnyOrderElementsOf(expected.get(each));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aResourceFileGivesExactlyTheFindingsThatItNames() {
    List<DynamicTest> tests = new ArrayList<>();
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), List.of(), List.of());
    for (Rule rule : rules()) {
      for (RulePage.Section section : page(rule).sections()) {
        for (RulePage.Block block : section.blocks()) {
          if (block.isResource() && (block.isBad() || block.isGood())) {
            ResourceFixture file =
                ResourceFixture.parse(block.value("file").orElseThrow(), block.code());
            String prefix = rule.info().name() + ".";
            tests.add(
                dynamicTest(
                    prefix + "md:" + block.line(),
                    () ->
                        assertThat(run.settled(file).findings())
                            .as(block.code())
                            .extracting(Finding::key)
                            .containsExactlyInAnyOrderElementsOf(
                                names(block).stream().map(each -> key(prefix, each)).toList())));
          }
        }
      }
    }
    return tests.stream();
  }

  private static RulePage page(Rule rule) {
    return RulePage.of(rule.info().name());
  }

  /** Patterns of other rules are named with their rule. */
  private static String key(String prefix, String name) {
    return name.contains(".") ? name : prefix + name;
  }

  private static List<String> names(RulePage.Block block) {
    return block.value("bad").map(each -> List.of(each.split(","))).orElse(List.of());
  }

  private static Fixture fixture(Rule rule, RulePage.Block block) {
    String place = rule.info().name() + ".md:" + block.line();
    String packageName = "page." + rule.info().name().toLowerCase(Locale.ROOT) + block.line();
    String code = Snippet.file(packageName, block.code());
    Matcher type = PUBLIC_TYPE.matcher(code);
    String file = type.find() ? type.group(1) : "Page";
    String directives =
        (rule.isForTests()
                ? "// fixture: role=test path=src/test/java/"
                : "// fixture: path=src/main/java/")
            + packageName.replace('.', '/')
            + "/"
            + file
            + ".java"
            + block.value("on").map(" on="::concat).orElse("");
    return Fixture.parse(place, code + directives + "\n");
  }
}
