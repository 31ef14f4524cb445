package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/**
 * What a declared type is, without its members.
 *
 * @param kind what was declared
 * @param supertypes names of all its supertypes, transitively, itself not included
 * @param annotations names of the annotations on it, and of those on these annotations,
 *     transitively
 * @param constants names of its constants in order, if it is an enum
 * @param permitted names of its permitted subtypes, if it is sealed
 * @param isComplete false if the declaration of some supertype was not found, so that {@code
 *     supertypes} may lack names
 */
public record TypeShape(
    Kind kind,
    Set<String> supertypes,
    Set<String> annotations,
    List<String> constants,
    List<String> permitted,
    boolean isComplete) {

  /** The kinds of type. */
  public enum Kind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    ARRAY,
    PRIMITIVE,
    UNKNOWN
  }

  /** The shape of a type of which nothing is known but perhaps its name. */
  public static final TypeShape UNKNOWN =
      new TypeShape(Kind.UNKNOWN, Set.of(), Set.of(), List.of(), List.of(), false);

  static final TypeShape PRIMITIVE =
      new TypeShape(Kind.PRIMITIVE, Set.of(), Set.of(), List.of(), List.of(), true);

  static final TypeShape ARRAY =
      new TypeShape(
          Kind.ARRAY,
          Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable"),
          Set.of(),
          List.of(),
          List.of(),
          true);
}
