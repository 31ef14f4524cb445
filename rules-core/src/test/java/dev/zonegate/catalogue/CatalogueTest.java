package dev.zonegate.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.ResourceFixture;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RulePattern;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class CatalogueTest {
  private static final int LONGEST_MESSAGE = 140;
  private static final String SAMPLE_ARGUMENT = "orders.find(...)";
  private static final Set<String> NO_VERBS =
      Set.of("the", "a", "an", "it", "this", "that", "not", "please", "you", "should", "consider");

  @Test
  void rulesAreInTheOrderOfTheirIdsAndHaveDistinctNames() {
    assertThat(Catalogue.rules())
        .extracting(each -> each.info().id())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(Catalogue.rules()).extracting(each -> each.info().name()).doesNotHaveDuplicates();
  }

  @Test
  void patternsAreFoundByWhatTheyAre() {
    assertThat(Catalogue.keys(RulePattern::isOfChanges))
        .containsExactlyInAnyOrder(
            "ArchitectureDrift.clone",
            "ArchitectureDrift.oversizedUnit",
            "PlaceholderCode.todoLeft");
    assertThat(Catalogue.keys(RulePattern::hidesText)).contains("HardcodedSecret.knownToken");
  }

  @TestFactory
  Stream<DynamicTest> aRuleIsNamedAsItReads() {
    return Catalogue.rules().stream()
        .map(
            each ->
                dynamicTest(
                    each.info().name(),
                    () -> {
                      assertThat(each.info().id()).matches("AI(0[1-9]|1\\d|20)");
                      assertThat(each.info().name()).matches("([A-Z]+[a-z]+){1,3}");
                      assertThat(each.info().summary()).isNotBlank().doesNotEndWith(".");
                      assertThat(each.info().cwe()).isNotEmpty();
                      assertThat(each.info().patterns())
                          .extracting(RulePattern::id)
                          .isNotEmpty()
                          .doesNotHaveDuplicates();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aPatternFiresInAFixture() {
    Set<String> announced =
        Stream.concat(
                Fixture.all().stream().map(Fixture::announced),
                ResourceFixture.all().stream().map(ResourceFixture::announced))
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return patterns(
        (rule, pattern) -> assertThat(announced).contains(rule.info().name() + "." + pattern.id()));
  }

  @TestFactory
  Stream<DynamicTest> aPatternSpeaksAsTheGuideSays() {
    return patterns((rule, pattern) -> isWellSpoken(pattern));
  }

  private static void isWellSpoken(RulePattern pattern) {
    long arguments =
        pattern.message().replace("%%", "").chars().filter(each -> each == '%').count();
    Object[] samples = Stream.generate(() -> SAMPLE_ARGUMENT).limit(arguments).toArray();
    if (!pattern.message().contains("%d")) {
      assertThat(pattern.text(samples)).hasSizeLessThanOrEqualTo(LONGEST_MESSAGE);
    }
    String words = (pattern.message() + " " + pattern.action()).toLowerCase(Locale.ROOT);
    assertThat(words.split("\\W+"))
        .doesNotContain("should", "consider", "potentially", "maybe", "please", "ai");
    assertThat(pattern.message()).doesNotEndWith(".").doesNotContain(";");
    assertThat(pattern.action()).doesNotEndWith(".").matches("[a-z]+\\b.*");
    assertThat(NO_VERBS).doesNotContain(pattern.action().split("\\W+")[0]);
  }

  private static Stream<DynamicTest> patterns(BiConsumer<Rule, RulePattern> check) {
    return Catalogue.rules().stream()
        .flatMap(
            rule ->
                rule.info().patterns().stream()
                    .map(
                        pattern ->
                            dynamicTest(
                                rule.info().name() + "." + pattern.id(),
                                () -> check.accept(rule, pattern))));
  }
}
