package dev.zonegate.increment;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sources of a compilation are worth a look: those that changed, and those with a word that
 * is the name of a type of these. It sees no class files, so that it may name too few, other than
 * {@link Spread}, which has the last word.
 */
public final class Touched {
  private Touched() {}

  /**
   * The paths of such files of {@code now}.
   *
   * @param types simple names of the types in each file of {@code now}
   */
  public static Set<String> between(Ledger before, Ledger now, Map<String, Set<String>> types) {
    Set<String> changed = new TreeSet<>();
    Set<Integer> names = new HashSet<>();
    now.sources()
        .forEach(
            (path, source) -> {
              if (!source.isSame(before.sources().get(path))) {
                changed.add(path);
                types.getOrDefault(path, Set.of()).forEach(each -> names.add(each.hashCode()));
              }
            });
    Set<String> touched = new TreeSet<>(changed);
    now.sources()
        .forEach(
            (path, source) -> {
              if (source.words().meet(names)) {
                touched.add(path);
              }
            });
    return touched;
  }
}
