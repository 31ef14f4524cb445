package dev.zonegate.files;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON that leaves out what is empty. */
public final class TerseJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private TerseJson() {}

  /** What writes it; to be used, not to be set. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }
}
