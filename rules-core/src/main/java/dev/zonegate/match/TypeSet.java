package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A set of library types, such as exceptions or annotations. A line of a table is a qualified name,
 * which stands for its subtypes too, or {@code =} and a name, which stands for that type alone;
 * {@code javax.X} and {@code jakarta.X} are one.
 */
public final class TypeSet {
  /** Both names of what was {@code javax.X} and is {@code jakarta.X}. */
  private final Set<String> withSubtypes = new HashSet<>();

  private final Set<String> exact = new HashSet<>();

  private TypeSet(List<String> lines) {
    for (String line : lines) {
      boolean isExact = line.startsWith("=");
      String name = isExact ? line.substring(1) : line;
      Set<String> names = isExact ? exact : withSubtypes;
      names.add(name);
      if (TypeRef.otherName(name) != null) {
        names.add(TypeRef.otherName(name));
      }
    }
  }

  /** The types with these names, in the form of a table's line. */
  public static TypeSet of(String... names) {
    return new TypeSet(List.of(names));
  }

  /**
   * Reads tables.
   *
   * @param tables paths below {@code zonegate/apis}, such as {@code errors/failures.types}
   * @throws IllegalArgumentException if a table is missing
   */
  public static TypeSet load(String... tables) {
    List<String> lines = new ArrayList<>();
    for (String table : tables) {
      ApiSet.lines(table).forEach(line -> lines.add(line.text()));
    }
    return new TypeSet(lines);
  }

  /** Whether {@code type} is one of them. */
  public Answer contains(TypeRef type) {
    if (type.isUnknown()) {
      return Answer.UNKNOWN;
    }
    if (exact.contains(type.name()) || withSubtypes.contains(type.name())) {
      return Answer.YES;
    }
    if (withSubtypes.isEmpty()) {
      return Answer.NO;
    }
    if (withSubtypes.contains("java.lang.Object") && !type.isPrimitive()) {
      return Answer.YES;
    }
    if (type.isResolved() && !Collections.disjoint(withSubtypes, type.shape().supertypes())) {
      return Answer.YES;
    }
    if (type.isResolved() && type.shape().isComplete()) {
      return Answer.NO;
    }
    return KnownSupertypes.isAnyOf(type, withSubtypes) ? Answer.YES : Answer.UNKNOWN;
  }

  /** Whether a declared type is one of them, by what it says itself where nothing more is known. */
  public boolean isDeclaredBy(Decl.Type type) {
    return contains(type.ref()).isYes()
        || Stream.concat(type.extendsTypes().stream(), type.implementsTypes().stream())
            .anyMatch(each -> contains(each.ref()).isYes());
  }

  /** The first annotation that is one of them or carries one of them itself, or null. */
  public Annotation annotationIn(List<Annotation> annotations) {
    for (Annotation each : annotations) {
      if (contains(each.type()).isYes() || isOnType(each.type())) {
        return each;
      }
    }
    return null;
  }

  /** Whether the declaration of {@code type} surely carries one of these annotations. */
  public boolean isOnType(TypeRef type) {
    for (String each : type.shape().annotations()) {
      if (withSubtypes.contains(each) || exact.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
