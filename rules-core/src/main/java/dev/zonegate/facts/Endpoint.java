package dev.zonegate.facts;

import dev.zonegate.model.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way into the program from outside.
 *
 * @param file of the handler
 * @param at the handler's name
 * @param verbs HTTP methods; empty for any, or where there are none
 * @param paths patterns, prefixes included; topics or times for what is not HTTP
 * @param type qualified name of the handler's class
 * @param method name of the handler
 * @param parameters types of its parameters
 * @param guards by annotations, in the code, by filters: nearest first
 * @param changesData whether the handler calls what changes data
 * @param isTakingPrincipal whether the handler is told who calls
 * @param possible what may guard it, though nobody can say so here: nearest first
 */
public record Endpoint(
    String file,
    Span at,
    Kind kind,
    List<String> verbs,
    List<String> paths,
    String type,
    String method,
    List<String> parameters,
    List<Guard> guards,
    boolean changesData,
    boolean isTakingPrincipal,
    List<Guard> possible) {
  /** Which framework calls it. */
  public enum Kind {
    SPRING,
    ROUTE,
    JAX_RS,
    MICRONAUT,
    SERVLET,
    ACTUATOR,
    GRAPHQL,
    GRPC,
    MESSAGE,
    SCHEDULE;

    /** Whether a person or program elsewhere can call it at will. */
    public boolean isRemote() {
      return this != MESSAGE && this != SCHEDULE;
    }

    /** Whether it is called by a path and an HTTP method. */
    public boolean isHttp() {
      return isRemote() && this != GRPC && this != GRAPHQL;
    }
  }

  /** {@code OrderController.cancel}. */
  public String handler() {
    return type.substring(type.lastIndexOf('.') + 1) + (method.isEmpty() ? "" : "." + method);
  }

  /** The same at other paths. */
  public Endpoint withPaths(List<String> others) {
    return called(verbs, others, possible);
  }

  /** The same, called by what {@code route} says. */
  Endpoint routed(Endpoint route) {
    List<Guard> both = Stream.concat(possible.stream(), route.possible.stream()).toList();
    return called(route.verbs(), route.paths(), both);
  }

  private Endpoint called(List<String> byVerbs, List<String> atPaths, List<Guard> unsure) {
    return new Endpoint(
        file,
        at,
        kind,
        byVerbs,
        atPaths,
        type,
        method,
        parameters,
        guards,
        changesData,
        isTakingPrincipal,
        unsure);
  }

  /** Whether something of which nothing is known may guard it. */
  public boolean mayBeGuarded() {
    return !possible.isEmpty();
  }

  /** Whether something near it, such as an annotation, decides about access. */
  public boolean isGuarded() {
    return !guards.isEmpty();
  }
}
