package dev.zonegate.match;

import dev.zonegate.model.Expr;
import java.util.List;

/**
 * A line of a security configuration: which requests, and who may make them.
 *
 * @param matcher what selects the requests
 * @param decision what decides about them
 * @param patterns the paths; empty if they are not known
 * @param verbs the HTTP methods; empty for all
 */
public record AccessRule(
    Expr.Call matcher,
    Expr.Call decision,
    List<String> patterns,
    List<String> verbs,
    Access access) {
  /** Who may make a request. */
  public enum Access {
    /** Everybody. */
    OPEN,
    /** Everybody who is logged in. */
    AUTHENTICATED,
    /** Those with a role, an authority or whatever else is asked. */
    RESTRICTED,
    /** Nobody. */
    DENIED,
    /** The configuration does not say. */
    UNKNOWN
  }

  /** Whether it selects every request. */
  public boolean isForAll() {
    return verbs.isEmpty() && isForAllPaths();
  }

  /** Whether it selects every path, of some HTTP methods at least. */
  public boolean isForAllPaths() {
    return patterns.stream().anyMatch(each -> new UrlPattern(each).isEverything());
  }

  /** Whether a request that {@code other} selects never gets there, because this selects it. */
  public boolean hides(AccessRule other) {
    boolean hasVerbs =
        verbs.isEmpty() || !other.verbs().isEmpty() && verbs.containsAll(other.verbs());
    return hasVerbs
        && !other.patterns().isEmpty()
        && other.patterns().stream().allMatch(this::selects);
  }

  private boolean selects(String pattern) {
    return patterns.stream().anyMatch(each -> new UrlPattern(each).covers(new UrlPattern(pattern)));
  }
}
