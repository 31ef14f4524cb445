package dev.zonegate.gate;

import static dev.zonegate.gate.Findings.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.baseline.Baseline;
import dev.zonegate.baseline.BaselineEntry;
import dev.zonegate.engine.Settlement;
import dev.zonegate.gate.BuildVerdict.Module;
import dev.zonegate.gate.BuildVerdict.OfModule;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Related;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two modules; a finding in the second hangs on both. */
final class BuildVerdictTest {
  private static final Notification PART =
      new Notification("shop", Span.NONE, Notification.Kind.PROJECT, "other modules are not known");
  private static final Module ONE =
      new Module("one", Findings.results(in("ledger/A.java").of(Rules.CONCAT, 3).record()));
  private static final Module TWO =
      new Module(
          "two",
          Findings.results(
              in("ledger/B.java").record(), in("web/C.java").of(Rules.LEGACY, 5).record()));
  private static final Finding LATE =
      findings(
              in("ledger/B.java")
                  .copied(9, new Related("ledger/A.java", new Span(3, 1, 3, 9), "the other"))
                  .record())
          .get(0);

  @TempDir Path root;

  @Test
  void tellsWhatHangsOnSeveralModulesFromWhatIsKnownOfEach() throws PolicyException {
    BuildVerdict build = build(null, Baseline.EMPTY);
    assertThat(build.whole().standing())
        .extracting(each -> each.finding().path())
        .containsExactly("ledger/A.java", "ledger/B.java", "web/C.java");
    assertThat(build.late()).extracting(Judged::finding).containsExactly(LATE);
    assertThat(build.modules()).extracting(OfModule::module).containsExactly(ONE, TWO);
    assertThat(build.modules().get(0).verdict().standing())
        .extracting(each -> each.finding().path())
        .containsExactly("ledger/A.java");
    assertThat(build.blocking()).containsExactly("one", "two");
    assertThat(build.blocked()).as("the first was told before").containsExactly("two");
    assertThat(build.isBlockedByBaseline()).isFalse();
    assertThat(build.whole().notifications()).doesNotContain(PART);
  }

  @Test
  void saysOfEachModuleThatOthersAreNotKnown() throws PolicyException {
    BuildVerdict build = build(PART, Baseline.EMPTY);
    assertThat(build.modules()).allMatch(each -> each.verdict().notifications().contains(PART));
  }

  @Test
  void blocksByWhatTheBaselineStillLists() throws PolicyException {
    Baseline gone = baseline(entry("ledger/Gone.java"));
    BuildVerdict build = build(null, gone);
    assertThat(build.isBlockedByBaseline()).as("nobody has that file").isTrue();
    assertThat(build.modules()).allMatch(each -> each.verdict().stale().isEmpty());
    assertThat(build(PART, gone).isBlockedByBaseline()).as("some other module may").isFalse();

    Baseline repaired = baseline(entry("ledger/A.java"));
    assertThat(build(null, repaired).blocked()).containsExactly("one", "two");
    assertThat(build(PART, repaired).blocked()).containsExactly("two");
  }

  @Test
  void leavesOutWhatTheBaselineKnows() throws PolicyException {
    Baseline known = baseline(BaselineEntry.of(LATE, "ledger"));
    BuildVerdict build = build(null, known);
    assertThat(build.late()).isEmpty();
    assertThat(build.blocked()).isEmpty();
    assertThat(build.blocking()).containsExactly("one");
  }

  private static BaselineEntry entry(String path) {
    return new BaselineEntry(path, "ledger", "RawSql.jdbcConcat", "0123", 1, "it", 0);
  }

  private Baseline baseline(BaselineEntry entry) {
    return new Baseline(root, "known.json", List.of(entry));
  }

  private static BuildVerdict build(Notification part, Baseline baseline) throws PolicyException {
    String zones =
        """
        version: 1
        zones:
          - { name: ledger, tier: human-only, packages: [ledger..] }
          - { name: edge, tier: ai-friendly, paths: ["**"] }
        """;
    Policy policy = PolicyReader.read(zones, Path.of("zonegate.yml"), Rules.NAMES);
    List<Finding> alone =
        Stream.concat(
                ONE.results().files().stream().flatMap(each -> findings(each).stream()),
                TWO.results().files().stream().flatMap(each -> findings(each).stream()))
            .toList();
    List<Finding> all = Stream.concat(alone.stream(), Stream.of(LATE)).sorted().toList();
    return BuildVerdict.of(
        policy,
        List.of(ONE, TWO),
        new Settlement(alone, List.of(), List.of()),
        new Settlement(all, List.of(), List.of()),
        part,
        baseline);
  }

  private static List<Finding> findings(FileRecord file) {
    return file.result().findings();
  }
}
