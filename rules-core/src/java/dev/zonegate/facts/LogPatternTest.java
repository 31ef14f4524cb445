package dev.zonegate.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LogPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d %encode{%m}{CRLF}%n",
        "%d %-5p %enc{%-20msg}{JSON}%n",
        "%enc{%message}%n",
        "%replace{%m}{[\\r\\n]+}{_}%n",
        "%replace(%msg){'[\r\n]', '_'}%n",
        "%clr(%d){faint} %crlf(%m){red} %n",
        "%encode{%replace{%m}{a}{b}}{CRLF}",
      })
  void lineBreaksAreEscaped(String pattern) {
    assertThat(LogPattern.escapes(pattern)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%d %m%n",
        "%msg",
        "%encode{%m}{XML}%n",
        "%encode{%c}{CRLF} %m%n",
        "%encode{%m}{CRLF} %m%n",
        "%replace(%msg){'secret', '_'}%n",
        "%clr(%msg){red}%n",
        "%replace(%msg",
      })
  void lineBreaksAreKept(String pattern) {
    assertThat(LogPattern.escapes(pattern)).contains(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%d{yyyy-MM-dd} %level%n", "%mdc{user}", "%", "%encode{", "100%"})
  void thereIsNoMessage(String pattern) {
    assertThat(LogPattern.escapes(pattern)).isEmpty();
  }
}
