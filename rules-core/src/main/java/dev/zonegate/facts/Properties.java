package dev.zonegate.facts;

import dev.zonegate.model.TypeShape;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which part of an object of the project an accessor reads. */
final class Properties {
  private static final List<String> PREFIXES = List.of("get", "is");
  private final Map<String, DeclaredType> types = new HashMap<>();
  private final Set<String> fixed = new HashSet<>();

  Properties(Project project) {
    project.all(DeclaredType.class).forEach(each -> types.putIfAbsent(each.name(), each));
    project.all(FixedAccessor.class).forEach(each -> fixed.add(each.owner() + "#" + each.name()));
  }

  /**
   * Whether what a property holds cannot be what an accessor returns.
   *
   * @param property empty if it is not known which
   * @param accessor the type and the method, empty for the object itself
   */
  boolean isOther(String property, String accessor) {
    String read = property(accessor);
    return fixed.contains(accessor)
        || !property.isEmpty() && !read.isEmpty() && !read.equals(property);
  }

  /** The property that an accessor is named after; empty if none is. */
  String property(String accessor) {
    int end = accessor.indexOf('#');
    DeclaredType owner = end < 0 ? null : types.get(accessor.substring(0, end));
    if (owner == null) {
      return "";
    }
    String name = accessor.substring(end + 1);
    if (isField(owner, name)) {
      return name;
    }
    for (String prefix : PREFIXES) {
      String bare = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
      String field =
          bare.isEmpty() ? "" : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
      if (isField(owner, field)) {
        return field;
      }
    }
    return "";
  }

  private static boolean isField(DeclaredType owner, String name) {
    return owner.fields().stream().anyMatch(each -> each.name().equals(name));
  }

  /** The property that a record keeps an argument of its constructor in; empty if none is known. */
  String component(String type, int index) {
    DeclaredType made = types.get(type);
    boolean isRecord =
        made != null && made.kind() == TypeShape.Kind.RECORD && index < made.fields().size();
    return isRecord ? made.fields().get(index).name() : "";
  }
}
