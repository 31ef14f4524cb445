package dev.zonegate.frontend;

import dev.zonegate.model.Certainty;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.TypeShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of well-known types whose libraries are not at hand. */
public final class KnownTypes {
  private static final Map<String, Set<String>> SUPERTYPES =
      NameTable.read("/zonegate/apis/known-supertypes.table");
  private static final Map<String, Set<String>> ANNOTATIONS =
      NameTable.read("/zonegate/names/meta-annotations.table");

  private static final Map<String, Set<String>> STATIC_METHODS =
      NameTable.read("/zonegate/names/static-methods.table");

  private KnownTypes() {}

  /** Whether the class of that name surely has a static method of that name. */
  static boolean hasStatic(String qualifiedName, String method) {
    return STATIC_METHODS.getOrDefault(qualifiedName, Set.of()).contains(method);
  }

  /** The type of that name, with what is known to stand above it and on it. */
  public static TypeRef named(String qualifiedName) {
    Set<String> supertypes = supertypes(qualifiedName);
    Set<String> annotations = annotations(qualifiedName);
    if (supertypes.isEmpty() && annotations.isEmpty()) {
      return TypeRef.named(qualifiedName);
    }
    TypeShape shape =
        new TypeShape(TypeShape.Kind.UNKNOWN, supertypes, annotations, List.of(), List.of(), false);
    return new TypeRef(qualifiedName, Certainty.NAMED, List.of(), shape);
  }

  /** Names of types that are surely above the one of that name. */
  public static Set<String> supertypes(String qualifiedName) {
    return SUPERTYPES.getOrDefault(today(qualifiedName), Set.of());
  }

  /** Names of annotations that the annotation of that name surely carries. */
  public static Set<String> annotations(String qualifiedName) {
    return ANNOTATIONS.getOrDefault(today(qualifiedName), Set.of());
  }

  /** Names with those of what they are known to be below. */
  public static Set<String> withSupertypes(Iterable<String> names) {
    Set<String> all = new LinkedHashSet<>();
    for (String each : names) {
      all.add(each);
      all.addAll(supertypes(each));
    }
    return all;
  }

  /** Names of annotations with those that they are known to carry. */
  public static Set<String> withAnnotations(Iterable<String> names) {
    Set<String> all = new LinkedHashSet<>();
    for (String each : names) {
      all.add(each);
      all.addAll(annotations(each));
    }
    return all;
  }

  static String today(String name) {
    return name.startsWith("javax.") ? "jakarta." + name.substring("javax.".length()) : name;
  }
}
