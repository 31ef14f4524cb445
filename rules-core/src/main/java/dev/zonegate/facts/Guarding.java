package dev.zonegate.facts;

import dev.zonegate.match.AccessRule;
import dev.zonegate.match.UrlPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers what a project's filters and security chains ask of a request. */
public final class Guarding {
  private final List<SecurityChain> chains;
  private final List<RequestGuard> filters;
  private final PathPolicies policies;
  private final Optional<Guard> elsewhere;
  private final Optional<Guard> byDefault;

  private Guarding(Project project) {
    List<SecurityChain> ordered = new ArrayList<>(project.all(SecurityChain.class));
    ordered.sort(Comparator.comparingInt(SecurityChain::order));
    chains = ordered;
    filters = project.all(RequestGuard.class);
    policies = PathPolicies.of(project);
    elsewhere =
        Optional.of(ForeignConfiguration.outside(project))
            .filter(each -> !each.isEmpty())
            .map(each -> new Guard(Guard.Source.FILTER, "not known", each, false));
    byDefault = chains.isEmpty() ? springBoots(project) : Optional.empty();
  }

  /** Of a program that configures Spring Security and no chain, Spring Boot guards every path. */
  private static Optional<Guard> springBoots(Project project) {
    return project.all(ConfigSetting.class).stream()
        .filter(each -> each.relaxedKey().startsWith("spring.security."))
        .findFirst()
        .map(
            each ->
                new Guard(
                    Guard.Source.SETTINGS, "Spring Boot's default chain", each.path(), false));
  }

  /** The guards of a project's requests. */
  public static Guarding of(Project project) {
    return project.derived(Guarding.class, Guarding::new);
  }

  /** Whether anything but annotations and code in handlers guards requests. */
  public boolean isAny() {
    return !chains.isEmpty()
        || !filters.isEmpty()
        || elsewhere.isPresent()
        || byDefault.isPresent()
        || policies.isAny();
  }

  /**
   * What a request meets.
   *
   * @param access {@code UNKNOWN} if that cannot be said
   * @param guard what decides; empty if nothing does
   * @param isNarrow whether it was said of these requests and few others
   */
  public record Decision(AccessRule.Access access, Optional<Guard> guard, boolean isNarrow) {
    /** The smaller, the less is asked. */
    private int rank() {
      return access == AccessRule.Access.UNKNOWN ? 0 : access.ordinal();
    }
  }

  /** The least that a request to an endpoint meets, of all its paths and methods. */
  public Decision decision(Endpoint endpoint) {
    if (endpoint.kind() == Endpoint.Kind.GRPC) {
      return filtered(true);
    }
    List<String> paths =
        endpoint.kind() == Endpoint.Kind.GRAPHQL ? List.of("/graphql") : endpoint.paths();
    Decision least = null;
    for (String path : paths.isEmpty() ? List.of("") : paths) {
      for (String verb : endpoint.verbs().isEmpty() ? List.of("") : endpoint.verbs()) {
        Decision each = decision(path, verb);
        least = least == null || each.rank() < least.rank() ? each : least;
      }
    }
    return least;
  }

  /** What a request to {@code path} with {@code verb} meets, an empty one being any. */
  private Decision decision(String path, String verb) {
    for (SecurityChain chain : chains) {
      if (chain.isScoped() && chain.scope().isEmpty()) {
        return unknown(chain);
      }
      boolean isFor =
          !chain.isScoped()
              || chain.scope().stream()
                  .anyMatch(each -> new UrlPattern(each).covers(new UrlPattern(path)));
      if (isFor) {
        return decision(chain, path, verb);
      }
    }
    return policies.decision(path, verb).orElseGet(() -> filtered(false));
  }

  /** What is left to filters and interceptors, of which nobody can say which requests they pass. */
  private Decision filtered(boolean isForCalls) {
    Optional<Guard> filter =
        filters.stream()
            .filter(each -> each.isForCalls() == isForCalls)
            .findFirst()
            .map(each -> new Guard(Guard.Source.FILTER, each.name() + "?", each.path(), false))
            .or(() -> elsewhere);
    if (filter.isPresent()) {
      return new Decision(AccessRule.Access.UNKNOWN, filter, false);
    }
    return byDefault.isPresent() && !isForCalls
        ? new Decision(AccessRule.Access.AUTHENTICATED, byDefault, false)
        : new Decision(AccessRule.Access.OPEN, Optional.empty(), false);
  }

  private static Decision decision(SecurityChain chain, String path, String verb) {
    for (SecurityChain.Rule rule : chain.rules()) {
      if (rule.patterns().isEmpty()) {
        return unknown(chain);
      }
      Optional<UrlPattern> matching =
          rule.patterns().stream()
              .map(UrlPattern::new)
              .filter(each -> each.covers(new UrlPattern(path)))
              .findFirst();
      if (matching.isPresent() && (rule.verbs().isEmpty() || rule.verbs().contains(verb))) {
        boolean isOpen = rule.access() == AccessRule.Access.OPEN;
        return new Decision(
            rule.access(),
            Optional.of(new Guard(Guard.Source.CHAIN, rule.text(), chain.name(), isOpen)),
            isNarrow(matching.get()));
      }
    }
    return chain.isUnrestricted() && chain.isKnown()
        ? new Decision(
            AccessRule.Access.OPEN,
            Optional.of(new Guard(Guard.Source.CHAIN, "no rule", chain.name(), true)),
            false)
        : unknown(chain);
  }

  private static boolean isNarrow(UrlPattern pattern) {
    return !pattern.isEverything() && (!pattern.isOpenEnded() || pattern.fixedPart().size() > 1);
  }

  private static Decision unknown(SecurityChain chain) {
    return new Decision(
        AccessRule.Access.UNKNOWN,
        Optional.of(new Guard(Guard.Source.CHAIN, "not known", chain.name(), false)),
        false);
  }
}
