package dev.zonegate.rules.rawsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Confidence;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements that other files write: which of them block. */
final class FedStatementsTest {
  @Test
  void whatAnObjectHoldsThatOthersMadeWarns() {
    List<Fixture> fixtures =
        Fixture.all().stream().filter(each -> each.name().startsWith("RawSql/sorted/")).toList();
    assumeFalse(fixtures.isEmpty(), "other fixtures were asked for");
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    List<Finding> found =
        fixtures.stream()
            .flatMap(each -> run.settled(each).findings().stream())
            .filter(each -> each.key().startsWith("RawSql."))
            .toList();
    assertThat(found)
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.WARNING);
    assertThat(found.get(1).confidence()).isEqualTo(Confidence.MEDIUM);
  }
}
