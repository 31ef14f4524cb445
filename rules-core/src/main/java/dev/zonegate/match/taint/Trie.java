package dev.zonegate.match.taint;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A map from small numbers that is never changed: a changed one shares with it all that did not
 * change, and two that share are joined and compared in the time that their difference takes.
 */
final class Trie<V> {
  private static final int BITS = 4;
  private static final int WIDTH = 1 << BITS;
  private static final Object[] NONE = new Object[WIDTH];

  /** The deepest level is 0. */
  private final int level;

  private final Object[] root;

  private Trie(int level, Object[] root) {
    this.level = level;
    this.root = root;
  }

  static <V> Trie<V> empty() {
    return new Trie<>(0, NONE);
  }

  @SuppressWarnings("unchecked")
  V get(int key) {
    if (key >>> (BITS * (level + 1)) != 0) {
      return null;
    }
    Object[] node = root;
    for (int at = level; at > 0; at--) {
      node = (Object[]) node[(key >>> (BITS * at)) & (WIDTH - 1)];
      if (node == null) {
        return null;
      }
    }
    return (V) node[key & (WIDTH - 1)];
  }

  /** With a value, or without one if it is null. */
  Trie<V> with(int key, V value) {
    Trie<V> wide = this;
    while (key >>> (BITS * (wide.level + 1)) != 0) {
      wide = wide.raised();
    }
    return new Trie<>(wide.level, with(wide.root, wide.level, key, value));
  }

  private Trie<V> raised() {
    Object[] above = new Object[WIDTH];
    above[0] = root;
    return new Trie<>(level + 1, above);
  }

  private static Object[] with(Object[] node, int level, int key, Object value) {
    Object[] changed = node == null ? new Object[WIDTH] : Arrays.copyOf(node, WIDTH);
    int index = (key >>> (BITS * level)) & (WIDTH - 1);
    changed[index] = level == 0 ? value : with((Object[]) changed[index], level - 1, key, value);
    return changed;
  }

  /** What either holds; {@code both} decides where both hold something else. */
  Trie<V> or(Trie<V> other, BinaryOperator<V> both) {
    Trie<V> one = this;
    Trie<V> two = other;
    while (one.level < two.level) {
      one = one.raised();
    }
    while (two.level < one.level) {
      two = two.raised();
    }
    return new Trie<>(one.level, or(one.root, two.root, one.level, both));
  }

  @SuppressWarnings("unchecked")
  private static <V> Object[] or(Object[] one, Object[] two, int level, BinaryOperator<V> both) {
    if (one == two || two == null) {
      return one;
    }
    if (one == null) {
      return two;
    }
    Object[] joined = Arrays.copyOf(one, WIDTH);
    for (int i = 0; i < WIDTH; i++) {
      if (level > 0) {
        joined[i] = or((Object[]) one[i], (Object[]) two[i], level - 1, both);
      } else if (one[i] != two[i] && two[i] != null) {
        joined[i] = one[i] == null ? two[i] : both.apply((V) one[i], (V) two[i]);
      }
    }
    return joined;
  }

  /** With each value changed. */
  Trie<V> map(UnaryOperator<V> change) {
    return new Trie<>(level, map(root, level, change));
  }

  @SuppressWarnings("unchecked")
  private static <V> Object[] map(Object[] node, int level, UnaryOperator<V> change) {
    Object[] changed = null;
    for (int i = 0; node != null && i < WIDTH; i++) {
      Object before = node[i];
      Object after =
          before == null
              ? null
              : level > 0 ? map((Object[]) before, level - 1, change) : change.apply((V) before);
      if (after != before) {
        changed = changed == null ? Arrays.copyOf(node, WIDTH) : changed;
        changed[i] = after;
      }
    }
    return changed == null ? node : changed;
  }

  /** Whether both hold the same. */
  boolean isSame(Trie<V> other, BiPredicate<V, V> same) {
    return level == other.level && isSame(root, other.root, level, same);
  }

  @SuppressWarnings("unchecked")
  private static <V> boolean isSame(Object[] one, Object[] two, int level, BiPredicate<V, V> same) {
    if (one == two) {
      return true;
    }
    Object[] left = one == null ? NONE : one;
    Object[] right = two == null ? NONE : two;
    for (int i = 0; i < WIDTH; i++) {
      boolean isEqual =
          level > 0
              ? isSame((Object[]) left[i], (Object[]) right[i], level - 1, same)
              : left[i] == right[i]
                  || left[i] != null && right[i] != null && same.test((V) left[i], (V) right[i]);
      if (!isEqual) {
        return false;
      }
    }
    return true;
  }
}
