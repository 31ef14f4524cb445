package dev.zonegate.rules.rawsql;

import dev.zonegate.facts.DeclaredType;
import dev.zonegate.facts.Project;
import dev.zonegate.facts.TypeAlias;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The types that short names in mappers stand for. MyBatis compares them without case; where none
 * is given, the name of the class is the alias.
 */
final class TypeAliases {
  private final Map<String, Set<String>> given = new HashMap<>();
  private final Map<String, Set<String>> bySimpleName = new HashMap<>();

  TypeAliases(Project project) {
    for (TypeAlias each : project.all(TypeAlias.class)) {
      put(given, each.alias(), each.type());
    }
    for (DeclaredType each : project.all(DeclaredType.class)) {
      put(bySimpleName, each.name().substring(each.name().lastIndexOf('.') + 1), each.name());
    }
  }

  private static void put(Map<String, Set<String>> types, String alias, String type) {
    types.computeIfAbsent(alias.toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>()).add(type);
  }

  /** The qualified name of a type; the name as it is if several types could be meant. */
  String type(String name) {
    String alias = name.toLowerCase(Locale.ROOT);
    Set<String> types = given.getOrDefault(alias, bySimpleName.getOrDefault(alias, Set.of()));
    return name.contains(".") || types.size() != 1 ? name : types.iterator().next();
  }
}
