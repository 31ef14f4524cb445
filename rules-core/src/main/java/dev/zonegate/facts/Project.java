package dev.zonegate.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The facts of all files that are known. Serves many threads. */
public final class Project {
  private final boolean isWhole;
  private final Map<Class<?>, List<Fact>> byKind = new HashMap<>();
  private final Map<Class<?>, Object> derived = new HashMap<>();

  private Project(Collection<? extends Fact> facts, boolean isWhole) {
    this.isWhole = isWhole;
    facts.stream()
        .sorted(Comparator.comparing(Fact::path))
        .forEach(each -> byKind.computeIfAbsent(each.getClass(), k -> new ArrayList<>()).add(each));
  }

  /** A project of which every file is known. */
  public static Project whole(Collection<? extends Fact> facts) {
    return new Project(facts, true);
  }

  /** Some files of a project: what they do not say, another may. */
  public static Project part(Collection<? extends Fact> facts) {
    return new Project(facts, false);
  }

  /** Whether every file is known, so that what no fact says is not so. */
  public boolean isWhole() {
    return isWhole;
  }

  /** All facts of a kind, by path and place in it. */
  @SuppressWarnings("unchecked")
  public <F extends Fact> List<F> all(Class<F> kind) {
    return (List<F>) byKind.getOrDefault(kind, List.of());
  }

  /** Something computed from the facts once, such as an index; it must not change afterwards. */
  @SuppressWarnings("unchecked")
  public synchronized <T> T derived(Class<T> kind, Function<Project, T> compute) {
    Object known = derived.get(kind);
    if (known == null) {
      known = compute.apply(this);
      derived.put(kind, known);
    }
    return (T) known;
  }
}
