package dev.zonegate.increment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a change reaches. A file sees a type only through words: its own, or those of the
 * declarations of types that it sees. So a changed type concerns the files with a word by which,
 * over any number of declarations, one comes to it; if only members changed, of these the files
 * that have the name of one.
 */
public final class Spread {
  private final Set<Integer> toShapes = new HashSet<>();
  private final Set<Integer> toMembers = new HashSet<>();
  private final Set<Integer> members = new HashSet<>();
  private final Ledger before;
  private final Ledger now;
  private boolean isEverything;

  private Spread(Ledger before, Ledger now) {
    this.before = before;
    this.now = now;
  }

  /** The paths of the files of {@code now} whose results may differ from those of before. */
  public static Set<String> between(Ledger before, Ledger now) {
    Spread spread = new Spread(before, now);
    spread.compare();
    spread.follow(spread.toShapes);
    spread.follow(spread.toMembers);
    Set<String> affected = new TreeSet<>();
    now.sources()
        .forEach(
            (path, source) -> {
              if (!source.isSame(before.sources().get(path)) || spread.reaches(source)) {
                affected.add(path);
              }
            });
    return affected;
  }

  private boolean reaches(Ledger.Source source) {
    return isEverything
        || source.words().meet(toShapes)
        || source.words().meet(members) && source.words().meet(toMembers);
  }

  private void compare() {
    Set<String> units = new HashSet<>(before.units().keySet());
    units.addAll(now.units().keySet());
    for (String each : units) {
      Shown old = shown(before, each);
      Shown fresh = shown(now, each);
      if (!Objects.equals(old, fresh)) {
        compare(old, fresh);
      }
    }
  }

  private static Shown shown(Ledger ledger, String unit) {
    Ledger.Unit known = ledger.units().get(unit);
    return known == null ? null : known.shown();
  }

  private void compare(Shown old, Shown fresh) {
    List<Shown> both = Stream.of(old, fresh).filter(Objects::nonNull).toList();
    isEverything |= both.stream().anyMatch(Shown::isForAll);
    boolean isShape = both.size() < 2 || old.shape() != fresh.shape();
    both.forEach(each -> each.names().addTo(isShape ? toShapes : toMembers));
    if (!isShape) {
      both.stream()
          .flatMap(each -> each.members().keySet().stream())
          .filter(each -> !Objects.equals(old.members().get(each), fresh.members().get(each)))
          .forEach(members::add);
    }
  }

  /** Adds the names of the types that lead to one of these names. */
  private void follow(Set<Integer> names) {
    if (names.isEmpty() || isEverything) {
      return;
    }
    List<Shown> open =
        Stream.of(before, now)
            .map(Ledger::units)
            .map(Map::values)
            .flatMap(Collection::stream)
            .map(Ledger.Unit::shown)
            .filter(Objects::nonNull)
            .toList();
    Map<Boolean, List<Shown>> parts = Map.of(true, open, false, open);
    while (!parts.get(true).isEmpty()) {
      parts =
          parts.get(false).stream()
              .collect(Collectors.partitioningBy(each -> each.mentions().meet(names)));
      parts.get(true).forEach(each -> each.names().addTo(names));
    }
  }
}
