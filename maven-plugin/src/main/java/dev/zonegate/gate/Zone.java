package dev.zonegate.gate;

import dev.zonegate.model.Span;
import java.util.List;

/**
 * A set of code with its strictness.
 *
 * @param name unique in its policy
 * @param paths relative to the folder of the policy
 * @param at where the policy declares it, or {@link Span#NONE}
 * @param authors what it says about who writes its code
 */
public record Zone(
    String name,
    Tier tier,
    List<Glob> paths,
    List<PackagePattern> packages,
    Span at,
    AuthorRules authors) {
  public Zone {
    paths = List.copyOf(paths);
    packages = List.copyOf(packages);
  }

  /** A zone that says of authors what its tier says. */
  public Zone(String name, Tier tier, List<Glob> paths, List<PackagePattern> packages, Span at) {
    this(name, tier, paths, packages, at, AuthorRules.of(tier));
  }

  /** Whether one of its patterns means the file. */
  public boolean names(String path, String packageName) {
    return paths.stream().anyMatch(each -> each.matches(path))
        || packages.stream().anyMatch(each -> each.matches(packageName));
  }

  /** Whether it says no more than "everything else". */
  public boolean isCatchAll() {
    return paths.isEmpty() && packages.isEmpty() || paths.stream().anyMatch(Glob::isEverything);
  }

  /** Its patterns as written, for a message. */
  String patterns() {
    StringBuilder text = new StringBuilder();
    paths.forEach(
        each -> text.append(text.isEmpty() ? "" : ", ").append('`').append(each).append('`'));
    packages.forEach(
        each -> text.append(text.isEmpty() ? "" : ", ").append('`').append(each).append('`'));
    return text.toString();
  }
}
