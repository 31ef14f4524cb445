package dev.zonegate.match;

import dev.zonegate.match.RegexTree.Group;
import dev.zonegate.match.RegexTree.Item;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds parts of a regular expression that can match one text in so many ways that a text which
 * almost matches takes exponential time.
 */
public final class Backtracking {
  private final String regex;

  private Backtracking(String regex) {
    this.regex = regex;
  }

  /**
   * The first such part of {@code regex}; empty if there is none or it cannot be read.
   *
   * @param isWhole whether the whole text has to match, so that something can always fail after it
   */
  public static Optional<String> exponentialPart(String regex, boolean isWhole) {
    try {
      Group tree = RegexTree.parse(regex);
      return new Backtracking(regex).in(tree, isWhole);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private Optional<String> in(Group group, boolean mayFailAfter) {
    for (List<Item> branch : group.branches()) {
      for (int i = 0; i < branch.size(); i++) {
        Item item = branch.get(i);
        boolean mayFail =
            mayFailAfter || branch.subList(i + 1, branch.size()).stream().anyMatch(Item::mayFail);
        Optional<String> found = in(item, mayFail);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> in(Item item, boolean mayFail) {
    if (!(item.atom() instanceof Group group) || item.isPossessive() || group.isAtomic()) {
      return Optional.empty();
    }
    if (mayFail && item.isUnbounded() && isAmbiguous(group)) {
      return Optional.of(regex.substring(item.start(), item.end()));
    }
    // a round more that may be left out never makes what was read before be read otherwise
    return in(group, mayFail || item.least() > 1);
  }

  /** Whether repeating it can match some text in several ways. */
  private static boolean isAmbiguous(Group group) {
    List<List<Item>> branches = group.branches();
    for (int i = 0; i < branches.size(); i++) {
      if (repeatsItself(branches.get(i))) {
        return true;
      }
      for (int k = i + 1; k < branches.size(); k++) {
        if (overlap(branches.get(i), branches.get(k))) {
          return true;
        }
      }
    }
    return false;
  }

  /** {@code a+} and what else is there can be nothing, or more of the same. */
  private static boolean repeatsItself(List<Item> branch) {
    for (int i = 0; i < branch.size(); i++) {
      Item item = branch.get(i).bare();
      BitSet chars = item.isUnbounded() && !item.isPossessive() ? item.chars() : null;
      if (chars != null && !chars.isEmpty() && othersMayBeOf(branch, i, chars)) {
        return true;
      }
    }
    return false;
  }

  private static boolean othersMayBeOf(List<Item> branch, int without, BitSet chars) {
    for (int i = 0; i < branch.size(); i++) {
      Item other = branch.get(i);
      BitSet others = other.chars();
      boolean isMore = other.isNullable() || others != null && others.intersects(chars);
      if (i != without && !isMore) {
        return false;
      }
    }
    return true;
  }

  /** Whether two branches of one character each have one in common. */
  private static boolean overlap(List<Item> one, List<Item> other) {
    if (one.size() != 1 || other.size() != 1) {
      return !one.isEmpty() && one.equals(other);
    }
    BitSet left = one.get(0).chars();
    BitSet right = other.get(0).chars();
    return left != null && right != null && left.intersects(right);
  }
}
