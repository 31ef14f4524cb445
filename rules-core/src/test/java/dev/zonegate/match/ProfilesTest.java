package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProfilesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "dev; true",
        "DEV; true",
        "it-local; true",
        "acme-test-2; true",
        "test | local; true",
        "test, local; true",
        "test | prod; false",
        "test & eu; true",
        "eu & us; false",
        "!prod; true",
        "!(prod); true",
        "! live; true",
        "!eu; false",
        "prod; false",
        "contest; false",
        "''; false",
        "' '; false"
      })
  void isForTestsIfItNeverRunsInProduction(String profile, boolean isForTests) {
    assertThat(Profiles.isForTests(profile)).isEqualTo(isForTests);
  }
}
