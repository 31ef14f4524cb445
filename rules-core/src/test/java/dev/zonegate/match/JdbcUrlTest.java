package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdbcUrlTest {
  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://db.acme.example/shop, true, false, false",
    "JDBC:PostgreSQL://db.acme.example/shop, true, false, false",
    "jdbc:postgresql://db/shop?socketTimeout=30, true, true, false",
    "jdbc:postgresql://db/shop?SOCKETTIMEOUT=30, true, true, false",
    "jdbc:postgresql://db/shop?name=socketTimeouts, true, false, false",
    "jdbc:postgresql://localhost:5432/shop, true, false, true",
    "jdbc:postgresql://127.0.0.1/shop, true, false, true",
    "jdbc:postgresql://host.docker.internal/shop, true, false, true",
    "jdbc:postgresql://db/localhost, true, false, false",
    "jdbc:h2:mem:shop, false, false, false",
    "jdbc:postgresqlite:x, false, false, false"
  })
  void tellsWhetherItWaitsForEver(String text, boolean waits, boolean isLimited, boolean isLocal) {
    assertThat(JdbcUrl.of(text)).satisfies(url -> assertThat(url.isPresent()).isEqualTo(waits));
    JdbcUrl.of(text)
        .ifPresent(
            url -> {
              assertThat(url.isLimited()).isEqualTo(isLimited);
              assertThat(url.isLocal()).isEqualTo(isLocal);
              assertThat(url.driver()).isEqualToIgnoringCase("jdbc:postgresql");
            });
  }
}
