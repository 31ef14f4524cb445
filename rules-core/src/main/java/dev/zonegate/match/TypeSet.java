package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A set of library types, such as exceptions or annotations. A line of a table is a qualified name,
 * which stands for its subtypes too, or {@code =} and a name, which stands for that type alone;
 * {@code javax.X} and {@code jakarta.X} are one.
 */
public final class TypeSet {
  /** By their tables: several rules ask for the same, and a cold machine reads each for long. */
  private static final Map<List<String>, TypeSet> LOADED = new ConcurrentHashMap<>();

  /** Both names of what was {@code javax.X} and is {@code jakarta.X}. */
  private final Set<String> withSubtypes = new HashSet<>();

  private final Set<String> exact = new HashSet<>();

  /** Turns most types of a program away, of which a set has none. */
  private final NameFilter names;

  private TypeSet(List<String> lines) {
    names = new NameFilter(lines.size());
    for (String line : lines) {
      boolean isExact = line.startsWith("=");
      String name = isExact ? line.substring(1) : line;
      add(name, isExact ? exact : withSubtypes);
      if (TypeRef.otherName(name) != null) {
        add(TypeRef.otherName(name), isExact ? exact : withSubtypes);
      }
    }
  }

  private void add(String name, Set<String> kind) {
    kind.add(name);
    names.add(name);
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
    return LOADED.computeIfAbsent(List.of(tables), TypeSet::read);
  }

  private static TypeSet read(List<String> tables) {
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
    if (isListed(type.name(), exact) || isListed(type.name(), withSubtypes)) {
      return Answer.YES;
    }
    if (withSubtypes.isEmpty()) {
      return Answer.NO;
    }
    if (withSubtypes.contains("java.lang.Object") && !type.isPrimitive()) {
      return Answer.YES;
    }
    if (type.isResolved() && isAnyListed(type.shape().supertypes())) {
      return Answer.YES;
    }
    if (type.isResolved() && type.shape().isComplete()) {
      return Answer.NO;
    }
    return KnownSupertypes.isAnyOf(type, withSubtypes) ? Answer.YES : Answer.UNKNOWN;
  }

  private boolean isListed(String name, Set<String> kind) {
    return names.mayHave(name) && kind.contains(name);
  }

  private boolean isAnyListed(Set<String> supertypes) {
    for (String each : supertypes) {
      if (isListed(each, withSubtypes)) {
        return true;
      }
    }
    return false;
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
      if (isListed(each, withSubtypes) || isListed(each, exact)) {
        return true;
      }
    }
    return false;
  }
}
