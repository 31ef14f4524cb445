package dev.zonegate.match;

import dev.zonegate.model.Annotation;
import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of library types, such as exceptions or annotations. A line of a table is a qualified name,
 * which stands for its subtypes too, or {@code =} and a name, which stands for that type alone;
 * {@code javax.X} and {@code jakarta.X} are one.
 */
public final class TypeSet {
  private final List<String> withSubtypes = new ArrayList<>();
  private final List<String> exact = new ArrayList<>();

  private TypeSet(List<String> lines) {
    for (String line : lines) {
      if (line.startsWith("=")) {
        exact.add(line.substring(1));
      } else {
        withSubtypes.add(line);
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
    Answer any = type.isUnknown() ? Answer.UNKNOWN : Answer.NO;
    for (String name : exact) {
      any = any.or(Answer.of(type.isNamed(name)));
    }
    for (String name : withSubtypes) {
      any = any.or(type.isA(name));
      if (any.isYes()) {
        return any;
      }
    }
    return any;
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
    return withSubtypes.stream().anyMatch(name -> type.isAnnotatedWith(name).isYes())
        || exact.stream().anyMatch(name -> type.isAnnotatedWith(name).isYes());
  }
}
