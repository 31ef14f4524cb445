package dev.zonegate.model;

import java.util.List;
import java.util.Set;

/**
 * A declared method or constructor, as its declaration has it (erased, not instantiated for a
 * call).
 *
 * @param owner the declaring type; front-ends may pick different ones under multiple inheritance,
 *     so ask for subtypes
 * @param name the method's name, {@code new} for a constructor
 * @param parameters erased parameter types; a variable-arity one is an array
 * @param returns erased return type; the owner for a constructor
 * @param isStatic whether it is static
 * @param isVarargs whether its last parameter takes any number of arguments
 * @param annotations names of the annotations on it
 * @param parameterAnnotations names of the annotations on each parameter, in order
 * @param thrown the types of its {@code throws} clause
 */
public record MethodRef(
    TypeRef owner,
    String name,
    List<TypeRef> parameters,
    TypeRef returns,
    boolean isStatic,
    boolean isVarargs,
    Set<String> annotations,
    List<Set<String>> parameterAnnotations,
    List<TypeRef> thrown) {

  /** The name of a constructor. */
  public static final String CONSTRUCTOR = "new";

  public boolean isConstructor() {
    return name.equals(CONSTRUCTOR);
  }

  /** Of what tells methods apart. */
  @Override
  public int hashCode() {
    return 31 * (31 * owner.hashCode() + name.hashCode()) + parameters.hashCode();
  }

  /** {@code owner#name(parameters)returns}, the form in which lowerings are compared. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(owner.name()).append('#').append(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ",").append(parameters.get(i).name());
    }
    return text.append(')').append(returns.name()).toString();
  }
}
