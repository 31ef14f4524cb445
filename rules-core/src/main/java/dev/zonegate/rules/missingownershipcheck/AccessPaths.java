package dev.zonegate.rules.missingownershipcheck;

import dev.zonegate.facts.DataAccess;
import dev.zonegate.facts.Endpoint;
import dev.zonegate.facts.Endpoints;
import dev.zonegate.facts.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ways from handlers to what is stored, and which of them look at who is calling. */
final class AccessPaths {
  private static final int DEEPEST = 3;
  private static final Pattern REPORTING =
      Pattern.compile("(?is).*(audit|log|record|track|notify|publish|event|metric|emit).*");
  private final Map<String, List<DataAccess>> methods = new HashMap<>();
  private final Map<String, List<DataAccess>> callers = new HashMap<>();
  private final Map<String, List<Endpoint>> endpoints = new HashMap<>();
  private final Map<String, DataAccess> places = new HashMap<>();
  private final Set<DataAccess> tied = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, List<Reach>> byEntity = new HashMap<>();

  /**
   * A handler that gets to what is stored.
   *
   * @param isTied whether something on the way looks at who is calling
   * @param isById whether it looks up by a key
   */
  record Reach(Endpoint endpoint, DataAccess.StoreCall call, boolean isTied, boolean isById) {
    String type() {
      return endpoint.type();
    }
  }

  private AccessPaths(Project project) {
    List<DataAccess> known = project.all(DataAccess.class);
    for (DataAccess each : known) {
      places.put(place(each.path(), each.at().startLine()), each);
      names(each).forEach(name -> methods.computeIfAbsent(name, n -> new ArrayList<>()).add(each));
      for (DataAccess.BeanCall call : each.calls()) {
        callers.computeIfAbsent(key(call), n -> new ArrayList<>()).add(each);
      }
    }
    known.stream().filter(this::looksAtCaller).forEach(tied::add);
    for (Endpoint each : Endpoints.of(project)) {
      if (each.kind().isRemote() && Admission.isForEveryUser(project, each)) {
        endpoints
            .computeIfAbsent(place(each.file(), each.at().startLine()), n -> new ArrayList<>())
            .add(each);
      }
    }
    Stores stores = Stores.of(project);
    for (DataAccess each : known) {
      endpointsAt(each).forEach(it -> addReached(stores, it, each, isTied(each), DEEPEST));
    }
  }

  static AccessPaths of(Project project) {
    return project.derived(AccessPaths.class, AccessPaths::new);
  }

  /** The ways of handlers that are for every user to an entity. */
  List<Reach> to(String entity) {
    return Collections.unmodifiableList(byEntity.getOrDefault(entity, List.of()));
  }

  /**
   * The handlers for every user that reach a parameter of {@code method} without a look at who is
   * calling.
   */
  Set<Endpoint> untied(DataAccess method, int from) {
    Set<Endpoint> found = new LinkedHashSet<>();
    addUntied(method, from, DEEPEST, found);
    return found;
  }

  Optional<DataAccess> method(String path, int line) {
    return Optional.ofNullable(places.get(place(path, line)));
  }

  /** Whether some handler of a class looks at who is calling. */
  boolean hasTied(String type) {
    return tied.stream().anyMatch(each -> each.type().equals(type) && !endpointsAt(each).isEmpty());
  }

  private void addUntied(DataAccess method, int from, int depth, Set<Endpoint> found) {
    if (depth == 0 || isTied(method)) {
      return;
    }
    found.addAll(endpointsAt(method));
    if (from == DataAccess.REQUEST) {
      return;
    }
    for (String name : names(method).toList()) {
      for (DataAccess caller : callers.getOrDefault(name, List.of())) {
        caller.calls().stream()
            .filter(each -> key(each).equals(name) && caller != method)
            .mapToInt(each -> from < 0 ? from : each.from().get(from))
            .filter(each -> from < 0 || each != DataAccess.ELSEWHERE)
            .forEach(each -> addUntied(caller, each, depth - 1, found));
      }
    }
  }

  private void addReached(
      Stores stores, Endpoint endpoint, DataAccess method, boolean isTied, int depth) {
    for (DataAccess.StoreCall call : method.stores()) {
      boolean isById = Stores.isById(call.name());
      byEntity
          .computeIfAbsent(stores.entity(call), e -> new ArrayList<>())
          .add(new Reach(endpoint, call, isTied, isById));
    }
    if (depth == 1) {
      return;
    }
    for (DataAccess.BeanCall call : method.calls()) {
      for (DataAccess next : methods.getOrDefault(key(call), List.of())) {
        if (next != method) {
          addReached(stores, endpoint, next, isTied || isTied(next), depth - 1);
        }
      }
    }
  }

  /** Whether {@code method}, or what it calls to check, looks at who is calling. */
  private boolean looksAtCaller(DataAccess method) {
    return method.isTied()
        || method.calls().stream()
            .filter(each -> !REPORTING.matcher(each.type() + each.method()).matches())
            .flatMap(each -> methods.getOrDefault(key(each), List.of()).stream())
            .anyMatch(DataAccess::isTied);
  }

  private boolean isTied(DataAccess method) {
    return tied.contains(method);
  }

  private List<Endpoint> endpointsAt(DataAccess method) {
    return endpoints.getOrDefault(place(method.path(), method.at().startLine()), List.of());
  }

  private static Stream<String> names(DataAccess method) {
    return Stream.concat(Stream.of(method.type()), method.supertypes().stream())
        .map(each -> each + "#" + method.method() + "#" + method.parameters());
  }

  private static String key(DataAccess.BeanCall call) {
    return call.type() + "#" + call.method() + "#" + call.from().size();
  }

  private static String place(String path, int line) {
    return path + ":" + line;
  }
}
