package dev.zonegate.match;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is like something in its class, package or module, and which of these have what it lacks.
 *
 * @param scope how near they are
 * @param carriers those that have it, in the order given
 * @param others those that lack it, the one asked about not among them
 */
public record Siblings<T>(Scope scope, List<T> carriers, List<T> others) {
  /** How near siblings are. */
  public enum Scope {
    CLASS("siblings"),
    PACKAGE("neighbours in the package"),
    MODULE("others in the module");

    private final String noun;

    Scope(String noun) {
      this.noun = noun;
    }

    String noun() {
      return noun;
    }
  }

  /**
   * The nearest siblings of {@code node} of which enough carry what it lacks.
   *
   * @param all what it is compared with, itself included or not
   * @param type the qualified name of the class that something stands in
   * @param carries whether something has it
   * @param fewest how many must have it
   * @param share what part of them must have it, from 0 to 1
   */
  public static <T> Optional<Siblings<T>> of(
      T node,
      Collection<T> all,
      Function<T, String> type,
      Predicate<T> carries,
      int fewest,
      double share) {
    for (Scope scope : Scope.values()) {
      String here = name(scope, type.apply(node));
      List<T> near =
          all.stream()
              .filter(each -> !each.equals(node) && name(scope, type.apply(each)).equals(here))
              .toList();
      List<T> carriers = near.stream().filter(carries).toList();
      Siblings<T> found =
          new Siblings<>(scope, carriers, near.stream().filter(carries.negate()).toList());
      if (carriers.size() >= fewest && found.share() >= share) {
        return Optional.of(found);
      }
      if (scope == Scope.CLASS && carriers.isEmpty() && near.size() >= fewest) {
        // a class that goes without as a whole has decided so
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What part of them has it. */
  public double share() {
    int all = carriers.size() + others.size();
    return all == 0 ? 0 : (double) carriers.size() / all;
  }

  /** {@code its 6 siblings have one}, {@code 5 of its 7 siblings have one}. */
  public String said() {
    int all = carriers.size() + others.size();
    String noun =
        carriers.size() == 1 && all == 1 ? scope.noun().replaceFirst("s\\b", "") : scope.noun();
    return others.isEmpty()
        ? "its " + (all == 1 ? "" : all + " ") + noun + (all == 1 ? " has one" : " have one")
        : carriers.size() + " of its " + all + " " + noun + " have one";
  }

  private static String name(Scope scope, String type) {
    return switch (scope) {
      case CLASS -> type;
      case PACKAGE -> type.substring(0, Math.max(0, type.lastIndexOf('.')));
      case MODULE -> "";
    };
  }
}
