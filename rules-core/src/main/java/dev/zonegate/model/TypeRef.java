package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/**
 * A type as some place in the source uses it, erased.
 *
 * @param name qualified with dots, also before a nested name ({@code java.util.Map.Entry}); {@code
 *     int}; {@code void}; {@code java.lang.String[]}; {@code null} for the type of {@code null};
 *     {@code <anon>} for an anonymous class; {@code <local>Name} for a local one; the empty string
 *     if unknown
 * @param certainty how the name is known
 * @param arguments erased type arguments where known, else empty; front-ends may differ here, so a
 *     rule may use them to strengthen a finding only
 * @param shape what the declaration says; unless resolved, no more than is known of a well-known
 *     type
 */
public record TypeRef(String name, Certainty certainty, List<TypeRef> arguments, TypeShape shape) {
  public static final TypeRef UNKNOWN =
      new TypeRef("", Certainty.UNKNOWN, List.of(), TypeShape.UNKNOWN);
  private static final String JAVAX = "javax.";
  private static final String JAKARTA = "jakarta.";
  private static final int LONGER = JAKARTA.length() - JAVAX.length();
  private static final Set<String> PRIMITIVES =
      Set.of("boolean", "byte", "short", "int", "long", "char", "float", "double", "void", "null");

  /** A type of which an import or a package declaration gives the name only. */
  public static TypeRef named(String name) {
    return new TypeRef(name, Certainty.NAMED, List.of(), TypeShape.UNKNOWN);
  }

  /** Whether it names one; parsers take other words for them in broken code. */
  static boolean isPrimitive(String name) {
    return PRIMITIVES.contains(name);
  }

  /** A primitive type, {@code void} or the type of {@code null}. */
  public static TypeRef primitive(String name) {
    if (!isPrimitive(name)) {
      throw new IllegalArgumentException("not a primitive type: " + name);
    }
    return new TypeRef(name, Certainty.RESOLVED, List.of(), TypeShape.PRIMITIVE);
  }

  /** The array type with this type as its element. */
  public TypeRef array() {
    return isUnknown() ? this : new TypeRef(name + "[]", certainty, List.of(), TypeShape.ARRAY);
  }

  public boolean isUnknown() {
    return certainty == Certainty.UNKNOWN;
  }

  public boolean isResolved() {
    return certainty == Certainty.RESOLVED;
  }

  public boolean isPrimitive() {
    return shape.kind() == TypeShape.Kind.PRIMITIVE;
  }

  public boolean isArray() {
    return name.endsWith("[]");
  }

  /**
   * Whether this is the type called {@code qualifiedName} or a subtype of it; {@code javax.X} and
   * {@code jakarta.X} are one.
   */
  public Answer isA(String qualifiedName) {
    if (isUnknown()) {
      return Answer.UNKNOWN;
    }
    if (sameName(name, qualifiedName)
        || "java.lang.Object".equals(qualifiedName) && !isPrimitive()) {
      return Answer.YES;
    }
    if (holds(shape.supertypes(), qualifiedName)) {
      return Answer.YES;
    }
    return isResolved() && shape.isComplete() ? Answer.NO : Answer.UNKNOWN;
  }

  /** Whether this is one of the types called so, or a subtype of one. */
  public Answer isAnyOf(String... qualifiedNames) {
    Answer any = Answer.NO;
    for (String each : qualifiedNames) {
      any = any.or(isA(each));
    }
    return any;
  }

  /** Whether this is exactly the type called so; {@code javax.X} and {@code jakarta.X} are one. */
  public boolean isNamed(String qualifiedName) {
    return sameName(name, qualifiedName);
  }

  /**
   * Whether the declaration carries the annotation, directly or through an annotation on an
   * annotation.
   */
  public Answer isAnnotatedWith(String annotation) {
    if (holds(shape.annotations(), annotation)) {
      return Answer.YES;
    }
    return isResolved() ? Answer.NO : Answer.UNKNOWN;
  }

  /** The name after the last dot. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean sameName(String one, String other) {
    return one.equals(other)
        || Math.abs(one.length() - other.length()) == LONGER && isRenamed(one, other);
  }

  private static boolean isRenamed(String one, String other) {
    String javax = one.length() < other.length() ? one : other;
    String jakarta = one.length() < other.length() ? other : one;
    return javax.startsWith(JAVAX)
        && jakarta.startsWith(JAKARTA)
        && javax.regionMatches(
            JAVAX.length(), jakarta, JAKARTA.length(), javax.length() - JAVAX.length());
  }

  private static boolean holds(Set<String> names, String name) {
    if (names.isEmpty()) {
      return false;
    }
    if (names.contains(name)) {
      return true;
    }
    String other = otherName(name);
    return other != null && names.contains(other);
  }

  /** What {@code javax.X} is called since it is {@code jakarta.X}, and before; else null. */
  public static String otherName(String qualifiedName) {
    if (!qualifiedName.startsWith("ja")) {
      return null;
    }
    if (qualifiedName.startsWith(JAVAX)) {
      return JAKARTA + qualifiedName.substring(JAVAX.length());
    }
    return qualifiedName.startsWith(JAKARTA)
        ? JAVAX + qualifiedName.substring(JAKARTA.length())
        : null;
  }

  /** Written out, like few others: what a record has costs a cold machine a chain of handles. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof TypeRef that
            && certainty == that.certainty
            && name.equals(that.name)
            && arguments.equals(that.arguments)
            && shape.equals(that.shape);
  }

  /** Of the name alone: a shape lists all supertypes, and types are interned by the million. */
  @Override
  public int hashCode() {
    return 31 * name.hashCode() + arguments.hashCode();
  }

  @Override
  public String toString() {
    return isUnknown() ? "?" : certainty == Certainty.NAMED ? "?" + name : name;
  }
}
