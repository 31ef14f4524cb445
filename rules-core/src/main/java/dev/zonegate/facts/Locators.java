package dev.zonegate.facts;

import dev.zonegate.match.UrlPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where the sub-resources of JAX-RS hang: which methods return them, below which paths. */
final class Locators {
  /** Stands for a path of which nothing is known. */
  static final String LOST = "?";

  private static final int DEEPEST = 12;

  private final Map<String, WebType> types;
  private final Map<String, List<Way>> byType = new HashMap<>();

  private record Way(WebType owner, WebType.Locator locator) {}

  Locators(Map<String, WebType> types, Project project) {
    this.types = types;
    for (WebType owner : types.values()) {
      for (WebType.Locator locator : owner.locators()) {
        for (String type : served(locator, project)) {
          byType.computeIfAbsent(type, k -> new ArrayList<>()).add(new Way(owner, locator));
        }
      }
    }
  }

  private static Set<String> served(WebType.Locator locator, Project project) {
    Set<String> served = new TreeSet<>(locator.types());
    for (String call : locator.calls()) {
      int mark = call.indexOf('#');
      Set<String> factories = DeclaredTypes.of(project).withAllBelow(call.substring(0, mark));
      project.all(FactoryMethod.class).stream()
          .filter(each -> each.call().equals(call.substring(mark + 1)))
          .filter(each -> factories.contains(each.type()))
          .forEach(each -> served.addAll(each.made()));
    }
    return served;
  }

  /** The paths that lead to a class, from the first that is known on; empty if none is known to. */
  List<String> prefixes(WebType type) {
    return List.copyOf(prefixes(type, DEEPEST));
  }

  private Set<String> prefixes(WebType type, int depth) {
    Set<String> all = new TreeSet<>();
    for (Way way : ways(type)) {
      for (String each : before(way.owner(), depth)) {
        way.locator().paths().forEach(path -> all.add(UrlPattern.join(each, path)));
      }
    }
    return all;
  }

  private Collection<String> before(WebType owner, int depth) {
    List<String> stated = stated(owner);
    if (!stated.isEmpty()) {
      return stated;
    }
    if (ways(owner).isEmpty()) {
      return List.of(LOST);
    }
    return depth == 1 ? List.of() : prefixes(owner, depth - 1);
  }

  /** What a class or the interfaces it implements say. */
  private List<String> stated(WebType owner) {
    return owner.prefixes().isEmpty()
        ? owner.supertypes().stream()
            .map(types::get)
            .filter(Objects::nonNull)
            .flatMap(each -> each.prefixes().stream())
            .toList()
        : owner.prefixes();
  }

  /** What the methods on the way ask, if there is one way only. */
  List<Guard> guards(WebType type) {
    List<Guard> guards = new ArrayList<>();
    List<Way> ways = ways(type);
    for (int depth = DEEPEST; depth > 0 && ways.size() == 1; depth--) {
      guards.addAll(ways.get(0).locator().guards());
      guards.addAll(ways.get(0).owner().guards());
      ways = ways(ways.get(0).owner());
    }
    return guards;
  }

  private List<Way> ways(WebType type) {
    return Stream.concat(Stream.of(type.name()), type.supertypes().stream())
        .flatMap(each -> byType.getOrDefault(each, List.of()).stream())
        .filter(each -> each.owner() != type)
        .distinct()
        .toList();
  }
}
