package dev.zonegate.gate;

import dev.zonegate.model.Span;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set of code with its strictness.
 *
 * @param name unique in its policy
 * @param paths relative to the folder of the policy
 * @param annotations of types and packages
 * @param at where the policy declares it, or {@link Span#NONE}
 * @param authors what it says about who writes its code
 * @param strictness what it asks of its code
 */
public record Zone(
    String name,
    Tier tier,
    List<Glob> paths,
    List<PackagePattern> packages,
    List<AnnotationPattern> annotations,
    Span at,
    AuthorRules authors,
    Strictness strictness) {
  public Zone {
    paths = List.copyOf(paths);
    packages = List.copyOf(packages);
    annotations = List.copyOf(annotations);
  }

  /** A zone of paths and packages that asks what its tier asks. */
  public Zone(String name, Tier tier, List<Glob> paths, List<PackagePattern> packages, Span at) {
    this(name, tier, paths, packages, List.of(), at, AuthorRules.of(tier), Strictness.of(tier));
  }

  /**
   * Whether one of its patterns means the file.
   *
   * @param marks the annotations of the file's types and of its package, by qualified name
   */
  public boolean names(String path, String packageName, Collection<String> marks) {
    return paths.stream().anyMatch(each -> each.matches(path))
        || packages.stream().anyMatch(each -> each.matches(packageName))
        || annotations.stream().anyMatch(each -> each.matches(marks));
  }

  /** Whether it says no more than "everything else". */
  public boolean isCatchAll() {
    return paths.isEmpty() && packages.isEmpty() && annotations.isEmpty()
        || paths.stream().anyMatch(Glob::isEverything);
  }

  /** Why its findings block, in words: {@code human-only: every finding blocks}. */
  public String policy() {
    return tier.id() + ": " + strictness.blocksOn().policy();
  }

  /** Its patterns as written, for a message. */
  String patterns() {
    return Stream.of(paths, packages, annotations)
        .flatMap(List::stream)
        .map(each -> "`" + each + "`")
        .collect(Collectors.joining(", "));
  }
}
