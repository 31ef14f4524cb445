package dev.zonegate.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Interns the types, methods and variables of one compilation while a front-end lowers it, so that
 * equal ones are one object. Not thread-safe: one table a lowering.
 */
public final class TypeTable {
  private final Map<String, TypeShape> shapes = new HashMap<>();
  private final Map<Object, Object> interned = new HashMap<>();

  /**
   * A resolved type.
   *
   * @param describe called at most once for each name, but each time for one in angle brackets,
   *     such as {@code <anon>}, which is no type's own
   */
  public TypeRef resolved(String name, List<TypeRef> arguments, Supplier<TypeShape> describe) {
    if (name.startsWith("<")) {
      return intern(new TypeRef(name, Certainty.RESOLVED, arguments, describe.get()));
    }
    TypeShape shape = shapes.get(name);
    if (shape == null) {
      shape = describe.get();
      shapes.put(name, shape);
    }
    return intern(new TypeRef(name, Certainty.RESOLVED, arguments, shape));
  }

  /** The one object equal to {@code value}. */
  @SuppressWarnings("unchecked")
  public <T> T intern(T value) {
    Object known = interned.putIfAbsent(value, value);
    return known == null ? value : (T) known;
  }
}
