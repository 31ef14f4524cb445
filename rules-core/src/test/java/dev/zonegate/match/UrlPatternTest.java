package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlPatternTest {
  @ParameterizedTest
  @CsvSource({
    "/**, /orders/7, true",
    "/**, /**, true",
    "/**, '', true",
    "/orders/**, /orders, true",
    "/orders/**, /orders/7/lines, true",
    "/orders/**, /orders/**, true",
    "/orders/**, /**, false",
    "/orders/**, /orderlines, false",
    "/orders/**/lines, /orders/lines, true",
    "/orders/**/lines, /orders/7/8/lines, true",
    "/orders/**/lines, /orders/7/rows, false",
    "/orders/*, /orders/7, true",
    "/orders/*, /orders/{id}, true",
    "/orders/*, /orders, false",
    "/orders/*, /orders/7/lines, false",
    "/orders/*, /orders/**, false",
    "/orders/{id}, /orders/7, true",
    "/orders/{id}, /orders/*, true",
    "'/orders/{id:[0-9]+}', /orders/7, false",
    "'/orders/{id:[0-9]+}', '/orders/{id:[0-9]+}', true",
    "/files/{*rest}, /files/a/b, true",
    "/files/{*rest}, /files, true",
    "/files/*.css, /files/a.css, true",
    "/files/*.css, /files/a.js, false",
    "/files/*.css, /files/axcss, false",
    "/files/*.css, /files/{name}, false",
    "/files/a*b, /files/acb, true",
    "orders, /orders/, true",
    "'', '', true",
    "'', /orders, false"
  })
  void coversWhatItMatchesAltogether(String own, String other, boolean isCovered) {
    assertThat(new UrlPattern(own).covers(new UrlPattern(other))).isEqualTo(isCovered);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', /",
    "/, /, /",
    "api, orders, /api/orders",
    "/api/, /orders/, /api/orders",
    "'', orders, /orders",
    "/api, '', /api"
  })
  void joinsWithOneSlashAndEndsInNone(String prefix, String path, String joined) {
    assertThat(UrlPattern.join(prefix, path)).isEqualTo(joined);
  }

  @ParameterizedTest
  @CsvSource({"/**, true", "**, true", "*, true", "/*, false", "/a/**, false", "'', false"})
  void isEverythingOnlyWithoutAPrefix(String text, boolean isEverything) {
    assertThat(new UrlPattern(text).isEverything()).isEqualTo(isEverything);
  }

  @Test
  void knowsWhatStandsBeforeTheFirstWildcard() {
    assertThat(new UrlPattern("/api/v1/{id}/x").fixedPart()).isEqualTo(List.of("api", "v1"));
    assertThat(new UrlPattern("/api/v*/x").fixedPart()).isEqualTo(List.of("api"));
    assertThat(new UrlPattern("/api").fixedPart()).isEqualTo(List.of("api"));
    assertThat(new UrlPattern("/api/**").isOpenEnded()).isTrue();
    assertThat(new UrlPattern("/api/*").isOpenEnded()).isFalse();
  }
}
