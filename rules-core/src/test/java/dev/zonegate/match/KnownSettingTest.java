package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class KnownSettingTest {
  private static final KnownSetting SETTING =
      new KnownSetting(
          "server.error.includestacktrace", List.of("always", "on_param"), "shows", "");

  @Test
  void aValueIsComparedWithoutSpaceAndCase() {
    assertThat(SETTING.matches("server.error.includestacktrace", " Always ")).isTrue();
    assertThat(SETTING.matches("server.error.includestacktrace", "never")).isFalse();
    assertThat(SETTING.matches("server.error.includemessage", "always")).isFalse();
  }

  @Test
  void aTableGivesEachWithItsWords() {
    assertThat(KnownSetting.load("exposure/settings.table"))
        .isNotEmpty()
        .allMatch(it -> !it.key().isEmpty() && !it.says().isEmpty() && !it.values().isEmpty())
        .anyMatch(it -> !it.needs().isEmpty())
        .anyMatch(it -> it.needs().isEmpty());
  }
}
