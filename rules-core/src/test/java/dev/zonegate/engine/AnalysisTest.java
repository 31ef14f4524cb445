package dev.zonegate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.model.Notification;
import dev.zonegate.model.SourceFile;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Reporter;
import dev.zonegate.rule.Rule;
import dev.zonegate.rule.RuleInfo;
import dev.zonegate.rule.RulePattern;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

final class AnalysisTest {
  private static final String ORDERS = "class Orders {\n  Object due = now();\n}\n";

  private static final RulePattern SOMETHING = RulePattern.note("something", "Something", "stop");

  /** A rule of which only the check matters. */
  private record Doing(BiConsumer<SourceFile, Reporter> check) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.named("AI01", "Doing").patterns(SOMETHING);
    }

    @Override
    public void check(SourceFile file, Reporter report) {
      check.accept(file, report);
    }
  }

  private static FileResult with(BiConsumer<SourceFile, Reporter> doing) {
    return new Analysis(List.of(new Doing(doing), new Sample()), Settings.DEFAULT)
        .check(Sample.file(ORDERS, SourceFile.Role.MAIN));
  }

  @Test
  void aRuleThatThrowsIsNotifiedAndTheOthersGoOn() {
    FileResult result =
        with(
            (file, report) -> {
              throw new IllegalStateException("secret");
            });

    assertThat(result.findings()).extracting(Finding::key).containsExactly("TimeZone.now");
    assertThat(result.notifications())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.kind()).isEqualTo(Notification.Kind.RULE);
              assertThat(each.message())
                  .startsWith("`Doing` failed with IllegalStateException at AnalysisTest.java:")
                  .doesNotContain("secret");
            });
  }

  @Test
  void aRuleThatOverflowsTheStackIsNotifiedAndTheOthersGoOn() {
    FileResult result = with(AnalysisTest::endless);

    assertThat(result.findings()).extracting(Finding::key).containsExactly("TimeZone.now");
    assertThat(result.notifications())
        .extracting(Notification::kind)
        .containsExactly(Notification.Kind.RULE);
  }

  @SuppressWarnings("InfiniteRecursion") // that is the point
  private static void endless(SourceFile file, Reporter report) {
    endless(file, report);
    report.isOn("something");
  }

  @Test
  void whatIsSwitchedOffReportsNothing() {
    for (String name : List.of("TimeZone", "AI11", "TimeZone.now", "AI11.now")) {
      assertThat(Sample.check(ORDERS, new Settings(Set.of(name), Set.of())).findings())
          .as(name)
          .isEmpty();
    }
  }

  @Test
  void anOptionOfARuleIsOnOnlyForIt() {
    String code = "class Orders {\n  Object due = today();\n}\n";

    assertThat(Sample.check(code).findings()).isEmpty();
    assertThat(Sample.check(code, new Settings(Set.of(), Set.of("RawSql.strict"))).findings())
        .isEmpty();
    assertThat(Sample.check(code, new Settings(Set.of(), Set.of("TimeZone.strict"))).findings())
        .extracting(Finding::key)
        .containsExactly("TimeZone.today");
  }

  @Test
  void generatedCodeGivesNothing() {
    FileResult file =
        new Analysis(List.of(new Sample()), Settings.DEFAULT)
            .check(Sample.file(ORDERS, SourceFile.Role.GENERATED));
    assertThat(file.findings()).isEmpty();

    assertThat(
            Sample.standing(
                """
                class Orders {
                  @javax.annotation.processing.Generated("x") Object due = now();
                  @javax.annotation.processing.Generated("x") void due() { now(); }
                  @javax.annotation.processing.Generated("x") class Due { Object due = now(); }
                  @org.apache.avro.specific.AvroGenerated class Sent { Object due = now(); }
                  Object paid = now();
                }
                """))
        .containsExactly("6 TimeZone.now");
  }

  @Test
  void anOccurrenceReportedTwiceIsOneFinding() {
    FileResult result =
        with(
            (file, report) -> {
              report.at(file.unit(), SOMETHING);
              report.at(file.unit(), SOMETHING);
            });

    assertThat(result.findings())
        .extracting(Finding::key)
        .containsExactly("Doing.something", "TimeZone.now");
  }

  @Test
  void aFingerprintOutlivesOtherLinesAndLayout() {
    List<String> before = Sample.fingerprints("class Orders {\n  void due(int a) { now(a); }\n}\n");
    List<String> after =
        Sample.fingerprints(
            "/* new */ class Orders {\n  int b;\n\n  void due(int c) {\n    now( // why\n  a); }\n}\n");

    assertThat(after).isEqualTo(before);
    assertThat(before).singleElement().asString().matches("[0-9a-f]{16}");
  }

  @Test
  void aTypeAsAWholeIsKnownAgainWhenAMemberChanges() {
    assertThat(ofType("class Orders { int due() { return 1; } }"))
        .isEqualTo(ofType("class Orders { int due() { return 2; } int paid; }"))
        .isNotEqualTo(ofType("class Bills { int due() { return 1; } }"));
  }

  private static String ofType(String content) {
    Rule rule = new Doing((file, report) -> report.at(file.unit().types().get(0), SOMETHING));
    SourceFile file = Sample.file(content, SourceFile.Role.MAIN);
    FileResult result = new Analysis(List.of(rule), Settings.DEFAULT).check(file);
    return result.findings().get(0).fingerprint();
  }

  @Test
  void fingerprintsTellMembersCodeAndRepetitionsApart() {
    assertThat(
            Sample.fingerprints(
                """
                class Orders {
                  void due() { now(); now(); now(1); }
                  void due(String day) { now(); }
                  void due(java.util.List<String> days) { now(); }
                  class Paid { void due() { now(); } }
                  Object open = now();
                }
                """))
        .hasSize(7)
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameInputGivesTheSameResult() {
    assertThat(Sample.check(ORDERS)).isEqualTo(Sample.check(ORDERS));
  }
}
