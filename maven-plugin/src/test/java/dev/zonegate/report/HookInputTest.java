package dev.zonegate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HookInputTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hook_event_name\":\"PostToolUse\",\"tool_name\":\"Write\",\"tool_input\":{\"file_path\":\"a/B.java\",\"content\":\"class B {}\"}}",
        "{\"hook_event_name\":\"AfterTool\",\"tool_input\":{\"absolute_path\":\"a/B.java\"}}",
        "{\"hook_event_name\":\"afterFileEdit\",\"file_path\":\"a/B.java\",\"edits\":[]}",
      })
  void findsTheFileWhereAgentsNameIt(String json) throws IOException {
    assertThat(file(json)).contains("a/B.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "[]", "7", "{\"file_path\":7}", "{\"file_path\":\"\"}"})
  void findsNoneWhereNoneIsNamed(String json) throws IOException {
    assertThat(file(json)).isEmpty();
  }

  @Test
  void saysWhatToPassIfItIsNoJson() {
    assertThatThrownBy(() -> file("a/B.java"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no JSON")
        .hasMessageContaining("-Dzonegate.file=FILE");
  }

  @Test
  void refusesToReadForever() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }
        };
    assertThatThrownBy(() -> HookInput.file(endless)).hasMessageContaining("longer than 32 MiB");
  }

  private static Optional<String> file(String json) throws IOException {
    return HookInput.file(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
