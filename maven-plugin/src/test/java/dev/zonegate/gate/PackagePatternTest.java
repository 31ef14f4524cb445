package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PackagePatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.auth, com.acme.auth",
    "com.acme.auth.., com.acme.auth",
    "com.acme.auth.., com.acme.auth.token.jwt",
    "..ledger.., ledger",
    "..ledger.., com.acme.ledger.booking",
    "..ledger, com.acme.ledger",
    "com.*.auth, com.acme.auth",
    "com.acme..api, com.acme.orders.v1.api",
    "com.acme..api, com.acme.api"
  })
  void matches(String pattern, String packageName) {
    assertThat(PackagePattern.of(pattern).matches(packageName)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.auth, com.acme.auth.token",
    "com.acme.auth.., com.acme.authority",
    "com.acme.auth.., org.com.acme.auth",
    "com.*.auth, com.acme.eu.auth",
    "..ledger, com.acme.ledger.booking"
  })
  void doesNotMatch(String pattern, String packageName) {
    assertThat(PackagePattern.of(pattern).matches(packageName)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "com.acme..", "x"})
  void neverMatchesTheUnnamedPackage(String pattern) {
    assertThat(PackagePattern.of(pattern).matches("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "com/acme",
        "com.acme.",
        "com...acme",
        ".com",
        "com acme",
        "com.acme.**.",
        "-"
      })
  void refusesWhatIsNoPackage(String pattern) {
    assertThatThrownBy(() -> PackagePattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("com.acme.auth..");
  }
}
