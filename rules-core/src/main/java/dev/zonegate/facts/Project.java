package dev.zonegate.facts;

import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The facts of all files that are known. Serves many threads, but for a part that is a file. */
public final class Project {
  private final boolean isWhole;
  private final Source facts;
  private final Map<Class<?>, Object> derived = new HashMap<>();

  /** Of one that notes what it is asked for: the kinds that something was computed from. */
  private final Map<Class<?>, Set<Class<? extends Fact>>> behind = new HashMap<>();

  private final boolean isNoting;
  private Set<Class<? extends Fact>> asked = new HashSet<>();

  /** Gives the facts of a kind. */
  @FunctionalInterface
  public interface Source {
    /** All of them, by path and place in it. */
    List<? extends Fact> all(Class<? extends Fact> kind);
  }

  private Project(boolean isWhole, Source facts) {
    this(isWhole, facts, false);
  }

  private Project(boolean isWhole, Source facts, boolean isNoting) {
    this.isWhole = isWhole;
    this.facts = facts;
    this.isNoting = isNoting;
  }

  /** A project of which every file is known. */
  public static Project whole(Collection<? extends Fact> facts) {
    return new Project(true, known(facts));
  }

  /** Some files of a project: what they do not say, another may. */
  public static Project part(Collection<? extends Fact> facts) {
    return new Project(false, known(facts));
  }

  /** A project, or part of one, whose facts are read when one asks for their kind. */
  public static Project of(boolean isWhole, Source facts) {
    return new Project(isWhole, facts);
  }

  /** The same, which notes the kinds that it is asked for; for one thread. */
  public static Project noting(boolean isWhole, Source facts) {
    return new Project(isWhole, facts, true);
  }

  /** One file of a project, off which a kind of facts is read when one asks for it. */
  public static Project part(SourceFile file) {
    return new Project(false, kind -> Facts.of(file, kind));
  }

  private static Source known(Collection<? extends Fact> facts) {
    Map<Class<?>, List<Fact>> byKind = new HashMap<>();
    facts.stream()
        .sorted(Comparator.comparing(Fact::path))
        .forEach(each -> byKind.computeIfAbsent(each.getClass(), k -> new ArrayList<>()).add(each));
    return kind -> byKind.getOrDefault(kind, List.of());
  }

  /** Whether every file is known, so that what no fact says is not so. */
  public boolean isWhole() {
    return isWhole;
  }

  /** All facts of a kind, by path and place in it. */
  @SuppressWarnings("unchecked")
  public <F extends Fact> List<F> all(Class<F> kind) {
    if (isNoting) {
      note(kind);
    }
    return (List<F>) facts.all(kind);
  }

  private synchronized void note(Class<? extends Fact> kind) {
    asked.add(kind);
  }

  /** The kinds that it was asked for since this was called; of one that notes them. */
  public synchronized Set<Class<? extends Fact>> asked() {
    Set<Class<? extends Fact>> kinds = asked;
    asked = new HashSet<>();
    return kinds;
  }

  /** Something computed from the facts once, such as an index; it must not change afterwards. */
  @SuppressWarnings("unchecked")
  public synchronized <T> T derived(Class<T> kind, Function<Project, T> compute) {
    Object known = derived.get(kind);
    if (known == null) {
      known = isNoting ? noted(kind, compute) : compute.apply(this);
      derived.put(kind, known);
    } else if (isNoting) {
      asked.addAll(behind.get(kind));
    }
    return (T) known;
  }

  private synchronized <T> T noted(Class<T> kind, Function<Project, T> compute) {
    Set<Class<? extends Fact>> before = asked;
    asked = new HashSet<>();
    try {
      return compute.apply(this);
    } finally {
      behind.put(kind, asked);
      before.addAll(asked);
      asked = before;
    }
  }
}
