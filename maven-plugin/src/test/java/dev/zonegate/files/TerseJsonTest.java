package dev.zonegate.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerseJsonTest {
  private static final ObjectMapper JACKSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private record Inner(String text) {}

  private record Outer(
      @JsonProperty("$schema") String renamed,
      String empty,
      String none,
      Integer number,
      int zero,
      boolean no,
      Inner inner,
      Inner ofNothing,
      @JsonInclude(JsonInclude.Include.ALWAYS) Inner missing,
      List<Inner> list,
      List<String> texts,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> always,
      Map<String, Object> map,
      Map<String, Object> nothing) {}

  @Test
  void writesWhatJacksonsMapperWould() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", "");
    map.put("a", null);
    map.put("list", List.of(Map.of("x", 1), List.of(), true));
    Outer outer =
        new Outer(
            "\"\\\u0001\u2028\u00fc\ud83d\ude00</script>\n",
            "",
            null,
            -7,
            0,
            false,
            new Inner("x"),
            new Inner(""),
            null,
            List.of(new Inner(""), new Inner("b")),
            Arrays.asList("", null),
            List.of(),
            map,
            Map.of());
    StringWriter out = new StringWriter();
    TerseJson.write(outer, out);
    assertThat(out).hasToString(JACKSON.writeValueAsString(outer));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    List<Path> unknown = List.of(Path.of("x"));
    assertThatThrownBy(() -> TerseJson.write(unknown, new StringWriter()))
        .hasMessageContaining("Path");
  }
}
