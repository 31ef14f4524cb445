package dev.zonegate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnginesReaderTest {
  private static final String START =
      "version: 1\nzones:\n  - name: all\n    tier: ai-assisted\nengines:\n";

  @Test
  void readsWhichAreHeardAndHow() throws PolicyException {
    assertThat(
            engines(
                """
                  spotbugs:
                    version: 4.9.3
                    findsecbugs: 1.13.0
                    heap: 1024
                    seconds: 60
                  pmd: run
                  checkstyle: { version: "10.26.1" }
                  errorprone: report
                """))
        .containsExactly(
            new EngineSetting(
                "spotbugs",
                true,
                Map.of("version", "4.9.3", "findsecbugs", "1.13.0"),
                1024,
                Duration.ofMinutes(1)),
            EngineSetting.run("pmd"),
            new EngineSetting(
                "checkstyle", true, Map.of("version", "10.26.1"), 768, Duration.ofMinutes(5)),
            EngineSetting.read("errorprone"));
    assertThat(engines("  pmd: report\n")).containsExactly(EngineSetting.read("pmd"));
  }

  @ParameterizedTest
  @CsvSource({
    "heap, 64",
    "heap, 65536",
    "seconds, 1",
    "seconds, 7200",
    "version, 4.9.3-SNAPSHOT",
    "version, 12345678901234567890123456789012"
  })
  void takesAllThatIsSound(String key, String value) throws PolicyException {
    assertThat(engines("  pmd: { " + key + ": \"" + value + "\" }\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pmd: walk | `pmd` is `walk`; write `run`, `report`, or keys such as `version`",
        "errorprone: run | `errorprone` is `run`; write `report`, since only the log of its compile"
            + " can be read",
        "pmd: { heap: 63 } | `heap` is `63`; write a number from 64 to 65536",
        "pmd: { heap: 65537 } | `heap` is `65537`; write a number from 64 to 65536",
        "pmd: { seconds: 0 } | `seconds` is `0`; write a number from 1 to 7200",
        "pmd: { seconds: 7201 } | `seconds` is `7201`; write a number from 1 to 7200",
        "pmd: { seconds: -1 } | `seconds` is `-1`; write a number from 1 to 7200",
        "pmd: { seconds: 99999999999 } | `seconds` is `99999999999`; write a number from 1 to 7200",
        "pmd: { version: ../../x } | `version` is `../../x`; write one such as 4.9.3",
        "pmd: { version: [1] } | `version` is a list; write one such as 4.9.3",
        "pmd: { findsecbugs: 1.13.0 } | `findsecbugs`",
        "spotbuggs: run | did you mean `spotbugs`?"
      })
  void saysWhatIsWrong(String line, String message) {
    PolicyException thrown =
        catchThrowableOfType(PolicyException.class, () -> engines("  " + line + "\n"));
    assertThat(thrown).hasMessageContaining("zonegate.yml:6:").hasMessageContaining(message);
    assertThat(thrown.getMessage().lines()).hasSize(1);
  }

  private static List<EngineSetting> engines(String text) throws PolicyException {
    return PolicyReader.read(START + text, Path.of("zonegate.yml"), Rules.NAMES).engines();
  }
}
