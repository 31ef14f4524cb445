package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"${db.password}", "<password>", "****", "%DB_PASSWORD%", "@password@", "..."})
  void isFilledInElsewhere(String text) {
    assertThat(SecretValues.isPlaceholder(text)).isTrue();
    assertThat(SecretValues.isElsewhere(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"vault:secret/db", "{cipher}AQB", "ENC(q7)", "arn:aws:kms", "file:/run/x"})
  void namesThePlaceOfASecret(String text) {
    assertThat(SecretValues.isElsewhere(text)).isTrue();
    assertThat(SecretValues.isPlaceholder(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiger", "vaulted", "my vault:x", "encoded", "a*b"})
  void isNeither(String text) {
    assertThat(SecretValues.isPlaceholder(text)).isFalse();
    assertThat(SecretValues.isElsewhere(text)).isFalse();
    assertThat(SecretValues.isHashed(text)).isFalse();
    assertThat(SecretValues.isInUrl(text)).isFalse();
    assertThat(SecretValues.mayHold(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"$2a$10$N9qo8uLOickgx2ZMRZoMye", "{bcrypt}$2a$10$x", "{SSHA}abc"})
  void isAPasswordsHash(String text) {
    assertThat(SecretValues.isHashed(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://app:tiger@db/shop",
        "https://db/shop?user=app&password=tiger",
        "jdbc:sqlserver://db;pwd=tiger"
      })
  void standsInAUrl(String text) {
    assertThat(SecretValues.isInUrl(text)).isTrue();
    assertThat(SecretValues.mayHold(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://db/shop?user=app", "https://app@db/shop", "https://db/a:b@c"})
  void aUrlWithoutASecret(String text) {
    assertThat(SecretValues.isInUrl(text)).isFalse();
    assertThat(SecretValues.mayHold(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = tiger",
        "Pwd='tiger'",
        "key a1b2c3d4e5f6a7b8c9d0e1",
        "BEGIN PRIVATE KEY"
      })
  void mayHoldASecret(String text) {
    assertThat(SecretValues.mayHold(text)).isTrue();
    assertThat(SecretValues.isInUrl(text)).isFalse();
  }
}
