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

  private Guarding(Project project) {
    List<SecurityChain> ordered = new ArrayList<>(project.all(SecurityChain.class));
    ordered.sort(Comparator.comparingInt(SecurityChain::order));
    chains = ordered;
    filters = project.all(RequestGuard.class);
  }

  /** The guards of a project's requests. */
  public static Guarding of(Project project) {
    return project.derived(Guarding.class, Guarding::new);
  }

  /** Whether anything but annotations and code in handlers guards requests. */
  public boolean isAny() {
    return !chains.isEmpty() || !filters.isEmpty();
  }

  /**
   * What a request meets.
   *
   * @param access {@code UNKNOWN} if that cannot be said
   * @param guard what decides; empty if nothing does
   * @param isNarrow whether it was said of these requests and few others
   */
  public record Decision(AccessRule.Access access, Optional<Guard> guard, boolean isNarrow) {}

  /** What a request to an endpoint meets, its first path and method standing for all. */
  public Decision decision(Endpoint endpoint) {
    return decision(
        endpoint.paths().isEmpty() ? "" : endpoint.paths().get(0),
        endpoint.verbs().isEmpty() ? "" : endpoint.verbs().get(0));
  }

  /** What a request to {@code path} with {@code verb} meets, an empty one being any. */
  public Decision decision(String path, String verb) {
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
    return filters.isEmpty()
        ? new Decision(AccessRule.Access.OPEN, Optional.empty(), false)
        : new Decision(AccessRule.Access.UNKNOWN, Optional.of(filter()), false);
  }

  private Guard filter() {
    RequestGuard first = filters.get(0);
    return new Guard(Guard.Source.FILTER, first.name(), first.path(), false);
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
