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
  private static final Set<String> OF_OBJECTS =
      Set.of("toString", "equals", "hashCode", "close", "run");

  private final Map<String, WebType> types = new HashMap<>();
  private final Set<String> guarding = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Map<String, Guard> checks = new HashMap<>();
  private final List<Endpoint> all = new ArrayList<>();
  private final Map<String, Guard> optionalChecks = new HashMap<>();
  private final Locators locators;
  private final String root;

  private Endpoints(Project project) {
    project.all(WebType.class).forEach(each -> types.put(each.name(), each));
    // annotations that carry a guard, also where the library that declares it is not to be found
    project.all(DeclaredType.class).stream()
        .filter(
            each -> each.annotations().stream().map(TypeRef::named).anyMatch(AccessChecks::isGuard))
        .forEach(each -> guarding.add(each.name()));
    project.all(DeclaredType.class).forEach(each -> declared.add(each.name()));
    project
        .all(InheritedCheck.class)
        .forEach(each -> checks.put(each.type() + "#" + each.call(), each.guard()));
    project
        .all(OptionalCheck.class)
        .forEach(each -> optionalChecks.put(each.type() + "#" + each.call(), each.hook()));
    locators = new Locators(types, project);
    root = JaxRsRoot.of(project);
    for (WebType type : project.all(WebType.class)) {
      if (!type.isInterface() && !type.isClient()) {
        addAll(type);
      }
    }
    ServedServlets servlets = ServedServlets.of(project);
    Map<String, Endpoint> handlers = new HashMap<>();
    project
        .all(RouteHandler.class)
        .forEach(each -> handlers.put(key(each.endpoint()), each.endpoint()));
    for (Route each : project.all(Route.class)) {
      Endpoint handler = handlers.get(key(each.endpoint()));
      all.add(servlets.mapped(handler == null ? each.endpoint() : handler.routed(each.endpoint())));
    }
    all.addAll(Actuators.of(project));
    all.sort(Comparator.comparing(Endpoint::file).thenComparing(Endpoint::at));
  }

  /** The endpoints of a project, by file and place. */
  public static List<Endpoint> of(Project project) {
    return List.copyOf(project.derived(Endpoints.class, Endpoints::new).all);
  }

  /** What the methods of superclasses that a handler calls ask. */
  private List<Guard> checks(WebType owner, WebType.WebMethod method) {
    return method.calls().stream()
        .flatMap(call -> owner.supertypes().stream().map(each -> checks.get(each + "#" + call)))
        .filter(Objects::nonNull)
        .toList();
  }

  /** What may guard a handler, though nobody can say so here: nearest first. */
  private List<Guard> possible(
      WebType type,
      WebType owner,
      WebType.WebMethod method,
      boolean isMappedElsewhere,
      boolean isLost) {
    String handler = simple(type.name()) + "." + method.name();
    List<Guard> possible = new ArrayList<>(method.possible());
    method.ownAnnotations().stream()
        .filter(guarding::contains)
        .map(each -> Guard.possible(Guard.Source.METHOD, "@" + simple(each), handler))
        .forEach(possible::add);
    if (isMappedElsewhere) {
      unseen(type)
          .map(each -> Guard.possible(Guard.Source.INHERITED, simple(each), simple(type.name())))
          .forEach(possible::add);
    }
    hooks(owner, method).forEach(possible::add);
    if (isLost) {
      possible.add(Guard.possible(Guard.Source.LOCATOR, "locator", simple(type.name())));
    }
    return possible.stream().distinct().toList();
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  /** What the handler, or a method of a superclass that it calls, asks if it is there. */
  private Stream<Guard> hooks(WebType owner, WebType.WebMethod method) {
    String own = InheritedCheck.call(method.name(), method.parameters().size());
    Stream<String> inherited =
        method.calls().stream()
            .flatMap(call -> owner.supertypes().stream().map(each -> each + "#" + call));
    return Stream.concat(Stream.of(owner.name() + "#" + own), inherited)
        .map(optionalChecks::get)
        .filter(Objects::nonNull);
  }

  private static String key(Endpoint route) {
    return route.kind() + route.type() + "#" + route.method();
  }

  private void addAll(WebType type) {
    List<WebType> supertypes =
        type.supertypes().stream().map(types::get).filter(Objects::nonNull).toList();
    boolean isServed = type.isController() || supertypes.stream().anyMatch(WebType::isController);
    for (WebType.WebMethod method : type.methods()) {
      add(type, type, method, supertypes, isServed);
    }
    boolean isReached = isServed || !locators.prefixes(type).isEmpty();
    for (WebType each : supertypes) {
      for (WebType.WebMethod inherited : each.methods()) {
        boolean isOverridden = type.methods().stream().anyMatch(own -> isSame(own, inherited));
        if (!isOverridden && isReached && !each.isClient() && inherited.hasBody()) {
          add(type, each, inherited, supertypes, isServed);
        }
      }
    }
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
      for (WebType.WebMethod above : each.methods()) {
        if (isSame(above, method) && above != method) {
          if (mappings.isEmpty()) {
            mappings.addAll(above.mappings());
            inheritedPrefixes.addAll(each.prefixes());
          }
          above.guards().stream()
              .filter(g -> !isAnnotated)
              .map(Endpoints::inherited)
              .forEach(guards::add);
        }
      }
      each.guards().stream().map(Endpoints::inherited).forEach(guards::add);
    }
    guards.addAll(isAnnotated ? List.of() : type.guards());
    guards.addAll(checks(owner, method));
    boolean isMappedElsewhere = mappings.isEmpty() && isMappedElsewhere(type, method);
    if (isMappedElsewhere) {
      mappings.add(new WebType.Mapping(Endpoint.Kind.SPRING, List.of(), List.of(Locators.LOST)));
    }
    for (WebType.Mapping mapping : mappings) {
      boolean needsController =
          mapping.kind() == Endpoint.Kind.SPRING || mapping.kind() == Endpoint.Kind.MICRONAUT;
      if (isServed || !needsController) {
        List<String> prefixes = prefixes(type, owner, supertypes, inheritedPrefixes);
        boolean isLost = mapping.kind() == Endpoint.Kind.JAX_RS && prefixes.isEmpty();
        if (mapping.kind() == Endpoint.Kind.JAX_RS) {
          prefixes = below(root, isLost ? List.of(Locators.LOST) : prefixes);
        }
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
                sorted(guards, mapping.kind(), type),
                method.changesData(),
                method.isTakingPrincipal(),
                possible(type, owner, method, isMappedElsewhere, isLost)));
      }
    }
  }

  /** The guards, the nearest first, with those of the methods that lead to a class of JAX-RS. */
  private List<Guard> sorted(List<Guard> guards, Endpoint.Kind kind, WebType type) {
    Stream<Guard> leading =
        kind == Endpoint.Kind.JAX_RS && type.prefixes().isEmpty()
            ? locators.guards(type).stream().map(Endpoints::led)
            : Stream.empty();
    return Stream.concat(guards.stream(), leading)
        .distinct()
        .sorted(Comparator.comparing(Guard::source))
        .toList();
  }

  private static Guard led(Guard guard) {
    return new Guard(Guard.Source.LOCATOR, guard.text(), guard.from(), guard.isOpen());
  }

  /** The paths before those of a class; empty if nothing is known to lead to it. */
  private List<String> prefixes(
      WebType type, WebType owner, List<WebType> supertypes, List<String> inherited) {
    List<String> prefixes =
        type.prefixes().isEmpty()
            ? Stream.concat(owner.prefixes().stream(), inherited.stream()).distinct().toList()
            : type.prefixes();
    if (prefixes.isEmpty()) {
      prefixes = supertypes.stream().flatMap(each -> each.prefixes().stream()).toList();
    }
    return prefixes.isEmpty() ? locators.prefixes(type) : prefixes;
  }

  private static List<String> below(String root, List<String> prefixes) {
    return prefixes.stream().map(each -> UrlPattern.join(root, each)).toList();
  }

  /** Whether an interface that is not among the sources may map a method of a controller. */
  private boolean isMappedElsewhere(WebType type, WebType.WebMethod method) {
    return type.isController()
        && method.isOverride()
        && !OF_OBJECTS.contains(method.name())
        && unseen(type).findFirst().isPresent();
  }

  /** The supertypes of the same house that are not among the sources. */
  private Stream<String> unseen(WebType type) {
    return type.supertypes().stream()
        .filter(each -> !types.containsKey(each) && !declared.contains(each))
        .filter(each -> isOfSameHouse(each, type.name()));
  }

  /** {@code org.acme.api.OrderApi} and {@code org.acme.web.Orders}. */
  private static boolean isOfSameHouse(String one, String other) {
    String[] names = one.split("\\.");
    return names.length > 2 && other.startsWith(names[0] + "." + names[1] + ".");
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
