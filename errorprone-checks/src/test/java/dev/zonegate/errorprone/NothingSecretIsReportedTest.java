package dev.zonegate.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zonegate.fixtures.Fixture;
import dev.zonegate.fixtures.FixtureClasspath;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What build tools show of our checks over sources that are full of secrets. */
final class NothingSecretIsReportedTest {
  /** Secrets of the fixtures have one of these in them. */
  private static final Pattern SEED = Pattern.compile("(?i)kiwi|q8Zr|a8Kq|Q7mZ|R7mZ");

  private static final List<String> RULES =
      List.of("HardcodedSecret/", "SensitiveDataExposure/", "WeakCrypto/", "AuthBypass/");

  @Test
  void noMessageAndNoProposedRepairHoldsASecret() {
    List<Fixture> fixtures =
        Fixture.all().stream()
            .filter(each -> RULES.stream().anyMatch(each.name()::startsWith))
            .filter(each -> !each.isBroken() && each.release() == 17 && each.project().isEmpty())
            .toList();
    Compilation compilation =
        Compilation.of(fixtures.stream().map(Fixture::input).toList(), FixtureClasspath.jars(), 17);

    assertThat(fixtures).anyMatch(each -> SEED.matcher(each.input().text().content()).find());
    assertThat(compilation.reported())
        .filteredOn(each -> each.key().startsWith("HardcodedSecret."))
        .hasSizeGreaterThan(12);
    assertThat(compilation.messages()).noneMatch(each -> SEED.matcher(each).find());
  }
}
