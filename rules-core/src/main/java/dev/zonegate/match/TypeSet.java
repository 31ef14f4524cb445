package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of types, as data: a table below {@code zonegate/apis}, one qualified name a line, empty
 * lines and lines that start with {@code //} left out. {@code javax.X} and {@code jakarta.X} are
 * one.
 */
public final class TypeSet {
  private final List<String> names;

  private TypeSet(List<String> names) {
    this.names = List.copyOf(names);
  }

  /**
   * Reads tables.
   *
   * @param tables paths below {@code zonegate/apis}, such as {@code request/annotations.types}
   * @throws IllegalArgumentException if a table is missing
   */
  public static TypeSet load(String... tables) {
    List<String> names = new ArrayList<>();
    for (String table : tables) {
      for (String line : ApiSet.lines(table)) {
        if (ApiSet.isEntry(line)) {
          names.add(line.strip());
        }
      }
    }
    return new TypeSet(names);
  }

  /** Whether {@code type} certainly is one of them or a subtype of one. */
  public boolean contains(TypeRef type) {
    return names.stream().anyMatch(name -> type.isA(name).isYes());
  }

  /** Whether one of them is among the annotations, directly or through an annotation on it. */
  public boolean isAmong(List<Annotation> annotations) {
    return annotations.stream().anyMatch(it -> matches(it.type()));
  }

  private boolean matches(TypeRef annotation) {
    return names.stream()
        .anyMatch(it -> annotation.isNamed(it) || annotation.isAnnotatedWith(it).isYes());
  }
}
