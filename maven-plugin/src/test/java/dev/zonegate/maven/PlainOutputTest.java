package dev.zonegate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainOutputTest {
  @ParameterizedTest
  @CsvSource({
    "org.apache.maven.logging.LoggingOutputStream$LoggingPrintStream, true",
    "org.fusesource.jansi.AnsiPrintStream, false",
    "java.io.PrintStream, false"
  })
  void isTheProcesssOwnWhereMavenLogsWhatIsWritten(String type, boolean isLogged) {
    assertThat(PlainOutput.isOfTheLog(type)).isEqualTo(isLogged);
  }

  @Test
  void isJavasOwnElsewhere() {
    assertThat(PlainOutput.stream()).isSameAs(System.out);
  }
}
