package dev.zonegate.model;

import java.util.Set;

/**
 * The variable that a name means.
 *
 * @param kind what declares it
 * @param owner qualified name of the declaring type for a field or enum constant ({@code <array>}
 *     for an array's length), else empty
 * @param name its name
 * @param type its declared type, erased
 * @param isStatic whether it is a static field
 * @param isFinal whether it is declared final, or implicitly so (a field of an interface, a
 *     resource)
 * @param annotations names of the annotations on its declaration
 * @param constant its value if it is a constant variable (final, primitive or String, constant
 *     initialiser), else null; has the class of the declared type
 */
public record VarRef(
    Kind kind,
    String owner,
    String name,
    TypeRef type,
    boolean isStatic,
    boolean isFinal,
    Set<String> annotations,
    Object constant) {

  /** What declares a variable. */
  public enum Kind {
    FIELD,
    ENUM_CONSTANT,
    PARAMETER,
    LOCAL,
    RESOURCE,
    EXCEPTION,
    PATTERN
  }

  public boolean isField() {
    return kind == Kind.FIELD || kind == Kind.ENUM_CONSTANT;
  }

  /** Of what tells variables apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + type.hashCode();
  }

  /** {@code kind owner.name}, the form in which lowerings are compared. */
  @Override
  public String toString() {
    return kind
        + " "
        + (owner.isEmpty() ? name : owner + "." + name)
        + (constant == null ? "" : " = " + constant);
  }
}
