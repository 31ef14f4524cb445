package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.TypeRef;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Supertypes of library types, and annotations on their annotations, for sources that are read
 * without these libraries.
 */
final class KnownSupertypes {
  private static final Map<String, List<String>> TABLE = read();

  private KnownSupertypes() {}

  /** Whether {@code type} is one of {@code supertype}; asks the table what the type cannot say. */
  static Answer isA(TypeRef type, String supertype) {
    Answer answer = type.isA(supertype);
    if (answer != Answer.UNKNOWN || type.isUnknown()) {
      return answer;
    }
    boolean isKnown =
        isListed(type.name(), supertype)
            || type.shape().supertypes().stream().anyMatch(it -> isListed(it, supertype));
    return isKnown ? Answer.YES : answer;
  }

  /** Whether the table has one of {@code supertypes} for a type or what it is known to extend. */
  static boolean isAnyOf(TypeRef type, Set<String> supertypes) {
    return upFrom(type).stream()
        .flatMap(each -> TABLE.getOrDefault(each, List.of()).stream())
        .anyMatch(each -> supertypes.contains(each) || supertypes.contains(jakarta(each)));
  }

  /** The type and what it is known to extend, the type first, as the tables have them. */
  static Set<String> upFrom(TypeRef type) {
    Set<String> names = new LinkedHashSet<>();
    names.add(jakarta(type.name()));
    type.shape().supertypes().forEach(each -> names.add(jakarta(each)));
    for (String each : List.copyOf(names)) {
      TABLE.getOrDefault(each, List.of()).forEach(above -> names.add(jakarta(above)));
    }
    return names;
  }

  private static boolean isListed(String type, String supertype) {
    List<String> supertypes = TABLE.get(jakarta(type));
    return supertypes != null
        && supertypes.stream().anyMatch(it -> jakarta(it).equals(jakarta(supertype)));
  }

  /** The name as the tables have it. */
  static String jakarta(String name) {
    return name.startsWith("javax.") ? "jakarta." + name.substring("javax.".length()) : name;
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
