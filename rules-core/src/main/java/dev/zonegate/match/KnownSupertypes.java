package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.TypeRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Supertypes of library types, for sources that are read without these libraries. */
final class KnownSupertypes {
  private static final Map<String, List<String>> TABLE = read();

  private KnownSupertypes() {}

  /** Whether {@code type} is one of {@code supertype}; asks the table what the type cannot say. */
  static Answer isA(TypeRef type, String supertype) {
    Answer answer = type.isA(supertype);
    if (answer != Answer.UNKNOWN || type.isUnknown()) {
      return answer;
    }
    String name =
        type.name().startsWith("javax.")
            ? "jakarta." + type.name().substring("javax.".length())
            : type.name();
    boolean isKnown =
        TABLE.getOrDefault(name, List.of()).stream()
            .anyMatch(it -> TypeRef.named(it).isNamed(supertype));
    return isKnown ? Answer.YES : answer;
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> table = new HashMap<>();
    for (ApiSet.Line line : ApiSet.lines("known-supertypes.table")) {
      List<String> names = Arrays.asList(line.text().split("\\s+"));
      table.put(names.get(0), names.subList(1, names.size()));
    }
    return Map.copyOf(table);
  }
}
