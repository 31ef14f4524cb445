package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathsTest {
  @ParameterizedTest
  @CsvSource({
    "a/B.java, a/B.java",
    "a b/C.java, a%20b/C.java",
    "ü/C.java, %C3%BC/C.java",
    "a:b.java, a%3Ab.java",
    "a%20.java, a%2520.java",
    "a#?.java, a%23%3F.java",
    "/other/A.java, file:///other/A.java"
  })
  void encodes(String path, String uri) {
    assertThat(Paths.uri(path)).isEqualTo(uri);
  }
}
