package dev.zonegate.frontend;

import dev.zonegate.model.Decl;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names types that no class file explains, from the imports of their unit. One rule for all
 * front-ends: an import gives a name, and so does an import with a star if its package is known to
 * have the type and no other one is. What else it means may be in the own package, so it has none.
 */
public final class ImportScope {
  private final Map<String, String> imported = new HashMap<>();
  private final List<String> packages = new ArrayList<>();
  private final Set<String> neighbours;

  /** Classes of which all static members are imported. */
  private final Set<String> staticHomes = new LinkedHashSet<>();

  /** Static members that are imported by their names. */
  private final Set<String> staticNames = new LinkedHashSet<>();

  public ImportScope(List<Decl.Import> imports) {
    this(imports, Set.of());
  }

  /**
   * @param neighbours simple names of types in the unit's own package, which come before what an
   *     import with a star brings, and before {@code java.lang}
   */
  public ImportScope(List<Decl.Import> imports, Set<String> neighbours) {
    this.neighbours = Set.copyOf(neighbours);
    for (Decl.Import each : imports) {
      if (each.isStatic()) {
        (each.isOnDemand() ? staticHomes : staticNames).add(each.name());
      }
      if (each.isStatic() || each.isModule()) {
        continue;
      }
      if (each.isOnDemand()) {
        packages.add(each.name());
      } else {
        imported.put(each.simpleName(), each.name());
      }
    }
  }

  /**
   * The type that a written name means: {@link TypeRef#named} if the imports, {@code java.lang} or
   * the name itself say so, else {@link TypeRef#UNKNOWN}.
   *
   * @param written dotted, without type arguments
   */
  public TypeRef name(String written) {
    int dot = written.indexOf('.');
    String first = dot < 0 ? written : written.substring(0, dot);
    String qualified = imported.get(first);
    if (qualified != null) {
      return KnownTypes.named(dot < 0 ? qualified : qualified + written.substring(dot));
    }
    if (neighbours.contains(first)) {
      return TypeRef.UNKNOWN;
    }
    if (isInJavaLang(first)) {
      return TypeRef.named("java.lang." + written);
    }
    List<String> homes = packages.stream().filter(it -> KnownPackages.has(it, first)).toList();
    if (homes.size() == 1) {
      return KnownTypes.named(homes.get(0) + "." + written);
    }
    boolean isQualified = dot > 0 && !isTypeLike(first);
    return isQualified ? KnownTypes.named(written) : TypeRef.UNKNOWN;
  }

  /**
   * The class whose static method an unqualified call means that nothing resolves, if one static
   * import alone says so, by the method's name or with a star for a class known to have it.
   */
  public TypeRef declarer(String method) {
    Set<String> named = new LinkedHashSet<>();
    for (String each : staticNames) {
      int dot = each.lastIndexOf('.');
      if (dot > 0 && each.substring(dot + 1).equals(method)) {
        named.add(each.substring(0, dot));
      }
    }
    if (named.isEmpty()) {
      staticHomes.stream().filter(home -> KnownTypes.hasStatic(home, method)).forEach(named::add);
    }
    return named.size() == 1 ? KnownTypes.named(named.iterator().next()) : TypeRef.UNKNOWN;
  }

  /** Whether a name that nothing resolves reads as a type: it starts with a capital. */
  public static boolean isTypeLike(String simpleName) {
    return !simpleName.isEmpty() && Character.isUpperCase(simpleName.charAt(0));
  }

  private static boolean isInJavaLang(String simpleName) {
    // the JDK's own package, never a class that is being judged
    return isTypeLike(simpleName) && Object.class.getResource(simpleName + ".class") != null;
  }
}
