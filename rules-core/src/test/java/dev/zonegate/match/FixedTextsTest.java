package dev.zonegate.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FixedTextsTest {
  @ParameterizedTest
  @CsvSource({
    "'',''",
    "se,''",
    "sel,''",
    "key,key",
    "a KEY b,key",
    "xkey,key",
    "select,select",
    "SeLeCt key,'key,select'",
    "selector,'select,selector'",
    "selec,''",
    "ke y,''",
  })
  void areFound(String text, String found) {
    FixedTexts texts = new FixedTexts(List.of("select", "selector", "key"));
    assertThat(String.join(",", texts.in(text).stream().sorted().toList())).isEqualTo(found);
  }

  @Test
  void areLongEnough() {
    assertThatThrownBy(() -> new FixedTexts(List.of("key", "id")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("too short to be looked for: id");
  }
}
