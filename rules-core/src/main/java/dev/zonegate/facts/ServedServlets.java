package dev.zonegate.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The paths of servlets that {@code web.xml} maps. */
final class ServedServlets {
  private final Map<String, List<String>> paths = new HashMap<>();

  private ServedServlets() {}

  static ServedServlets of(Project project) {
    ServedServlets servlets = new ServedServlets();
    project
        .all(ServletMapping.class)
        .forEach(
            each ->
                servlets
                    .paths
                    .computeIfAbsent(each.type(), k -> new ArrayList<>())
                    .addAll(each.patterns()));
    return servlets;
  }

  /** The endpoint with its paths, if it does not name them itself. */
  Endpoint mapped(Endpoint endpoint) {
    List<String> patterns = paths.getOrDefault(endpoint.type(), List.of());
    boolean isMapped =
        endpoint.kind() == Endpoint.Kind.SERVLET
            && endpoint.paths().isEmpty()
            && !patterns.isEmpty();
    return isMapped ? endpoint.withPaths(patterns) : endpoint;
  }
}
