package dev.zonegate.rules.untrustedinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import dev.zonegate.fixtures.FixtureRun;
import dev.zonegate.frontend.javac.JavacFrontEnd;
import dev.zonegate.rule.Finding;
import dev.zonegate.rule.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which open parsers block. */
final class XxeTest {
  @Test
  void aDocumentThatIsGivenAsTextWarns() {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> each.name().equals("UntrustedInput/GivenDocuments"))
            .toList();
    assumeFalse(fixtures.isEmpty(), "other fixtures were asked for");
    FixtureRun run = FixtureRun.of(new JavacFrontEnd(), fixtures, FixtureClasspath.jars());
    assertThat(run.settled(fixtures.get(0)).findings())
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING, Severity.ERROR);
  }
}
