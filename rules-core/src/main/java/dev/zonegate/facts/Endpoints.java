package dev.zonegate.facts;

import dev.zonegate.match.AccessChecks;
import dev.zonegate.match.UrlPattern;
import dev.zonegate.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The ways into a project: handlers with what supertypes say of them. */
public final class Endpoints {
  private final Map<String, WebType> types = new HashMap<>();
  private final Set<String> guarding = new HashSet<>();
  private final List<Endpoint> all = new ArrayList<>();

  private Endpoints(Project project) {
    project.all(WebType.class).forEach(each -> types.put(each.name(), each));
    // annotations that carry a guard, also where the library that declares it is not to be found
    project.all(DeclaredType.class).stream()
        .filter(
            each -> each.annotations().stream().map(TypeRef::named).anyMatch(AccessChecks::isGuard))
        .forEach(each -> guarding.add(each.name()));
    for (WebType type : project.all(WebType.class)) {
      if (!type.isInterface() && !type.isClient()) {
        addAll(type);
      }
    }
    project.all(Route.class).forEach(each -> all.add(each.endpoint()));
    all.sort(Comparator.comparing(Endpoint::file).thenComparing(Endpoint::at));
  }

  /** The endpoints of a project, by file and place. */
  public static List<Endpoint> of(Project project) {
    return List.copyOf(project.derived(Endpoints.class, Endpoints::new).all);
  }

  private void addAll(WebType type) {
    List<WebType> supertypes =
        type.supertypes().stream().map(types::get).filter(Objects::nonNull).toList();
    boolean isServed = type.isController() || supertypes.stream().anyMatch(WebType::isController);
    for (WebType.WebMethod method : type.methods()) {
      add(type, type, method, supertypes, isServed);
    }
    for (WebType each : supertypes) {
      for (WebType.WebMethod inherited : each.methods()) {
        boolean isOverridden = type.methods().stream().anyMatch(own -> isSame(own, inherited));
        if (!isOverridden && isServed && !each.isClient() && isImplemented(inherited, each)) {
          add(type, each, inherited, supertypes, true);
        }
      }
    }
  }

  /** An interface's method has no body to call unless a class that is not known overrides it. */
  private static boolean isImplemented(WebType.WebMethod method, WebType owner) {
    return owner.isInterface() && method.changesData() || !owner.isInterface();
  }

  private void add(
      WebType type,
      WebType owner,
      WebType.WebMethod method,
      List<WebType> supertypes,
      boolean isServed) {
    List<WebType.Mapping> mappings = new ArrayList<>(method.mappings());
    List<Guard> guards = new ArrayList<>(method.guards());
    List<String> inheritedPrefixes = new ArrayList<>();
    boolean isAnnotated = guards.stream().anyMatch(each -> each.source() == Guard.Source.METHOD);
    for (WebType each : supertypes) {
      for (WebType.WebMethod declared : each.methods()) {
        if (isSame(declared, method) && declared != method) {
          if (mappings.isEmpty()) {
            mappings.addAll(declared.mappings());
            inheritedPrefixes.addAll(each.prefixes());
          }
          declared.guards().stream()
              .filter(g -> !isAnnotated)
              .map(Endpoints::inherited)
              .forEach(guards::add);
        }
      }
      each.guards().stream().map(Endpoints::inherited).forEach(guards::add);
    }
    guards.addAll(isAnnotated ? List.of() : type.guards());
    List<String> prefixes =
        type.prefixes().isEmpty()
            ? Stream.concat(owner.prefixes().stream(), inheritedPrefixes.stream()).toList()
            : type.prefixes();
    prefixes =
        prefixes.isEmpty()
            ? supertypes.stream().flatMap(each -> each.prefixes().stream()).toList()
            : prefixes;
    for (WebType.Mapping mapping : mappings) {
      boolean needsController =
          mapping.kind() == Endpoint.Kind.SPRING || mapping.kind() == Endpoint.Kind.MICRONAUT;
      if (isServed || !needsController) {
        all.add(
            new Endpoint(
                owner.path(),
                method.at(),
                mapping.kind(),
                mapping.verbs(),
                paths(mapping, prefixes),
                type.name(),
                method.name(),
                method.parameters(),
                guards.stream().distinct().sorted(Comparator.comparing(Guard::source)).toList(),
                method.changesData(),
                method.isTakingPrincipal(),
                method.mayBeGuarded()
                    || method.ownAnnotations().stream().anyMatch(guarding::contains)));
      }
    }
  }

  private static Guard inherited(Guard guard) {
    return guard.source() == Guard.Source.BODY
        ? guard
        : new Guard(Guard.Source.INHERITED, guard.text(), guard.from(), guard.isOpen());
  }

  private static boolean isSame(WebType.WebMethod one, WebType.WebMethod other) {
    return one.name().equals(other.name()) && one.parameters().size() == other.parameters().size();
  }

  private static List<String> paths(WebType.Mapping mapping, List<String> prefixes) {
    if (!mapping.kind().isHttp()) {
      return mapping.paths();
    }
    List<String> paths = new ArrayList<>();
    for (String prefix : prefixes.isEmpty() ? List.of("") : prefixes) {
      for (String path : mapping.paths().isEmpty() ? List.of("") : mapping.paths()) {
        paths.add(UrlPattern.join(prefix, path));
      }
    }
    return paths.stream().distinct().toList();
  }
}
