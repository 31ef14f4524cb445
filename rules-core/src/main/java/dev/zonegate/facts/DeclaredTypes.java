package dev.zonegate.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The declared types of a project by their names and by their supertypes. */
public final class DeclaredTypes {
  private final Map<String, List<DeclaredType>> named = new HashMap<>();
  private final Map<String, List<DeclaredType>> below = new HashMap<>();

  private DeclaredTypes(Project project) {
    for (DeclaredType each : project.all(DeclaredType.class)) {
      named.computeIfAbsent(each.name(), any -> new ArrayList<>()).add(each);
      for (String supertype : each.supertypes()) {
        below.computeIfAbsent(supertype, any -> new ArrayList<>()).add(each);
      }
    }
  }

  /** Those of a project, read once. */
  public static DeclaredTypes of(Project project) {
    return project.derived(DeclaredTypes.class, DeclaredTypes::new);
  }

  /** The types with a qualified name; several where modules declare the same. */
  public List<DeclaredType> named(String name) {
    return named.getOrDefault(name, List.of());
  }

  /** The names of a type and of all types below it, step by step. */
  public Set<String> withAllBelow(String supertype) {
    Set<String> found = new LinkedHashSet<>(List.of(supertype));
    Deque<String> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (DeclaredType each : below(open.pop())) {
        if (found.add(each.name())) {
          open.push(each.name());
        }
      }
    }
    return found;
  }

  /** The types that say that they are a {@code supertype}. */
  public List<DeclaredType> below(String supertype) {
    return below.getOrDefault(supertype, List.of());
  }
}
