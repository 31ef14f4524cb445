package dev.zonegate.match;

/**
 * Which names a set may have, by their hash codes and first letters; what it turns away is not in
 * the set.
 */
final class NameFilter {
  private static final int LETTERS = 1 << 8;
  private static final int FEWEST = 1 << 8;
  private static final int FREE = 16;

  private final boolean[] hashes;
  private final boolean[] letters = new boolean[LETTERS];
  private boolean hasPrefixes;
  private boolean hasAll;

  /** A filter for about so many names; each has many slots, so that few others share it. */
  NameFilter(int names) {
    hashes = new boolean[Integer.highestOneBit(Math.max(FEWEST, FREE * names))];
  }

  void add(String name) {
    hashes[slot(name)] = true;
  }

  /** Adds all names that begin as {@code prefix}, of which one letter counts. */
  void addPrefix(String prefix) {
    letters[prefix.charAt(0) & LETTERS - 1] = true;
    hasPrefixes = true;
  }

  /** From now on no name is turned away. */
  void addAll() {
    hasAll = true;
  }

  /** False if {@code name} was not added. */
  boolean mayHave(String name) {
    return hashes[slot(name)]
        || hasAll
        || hasPrefixes && !name.isEmpty() && letters[name.charAt(0) & LETTERS - 1];
  }

  private int slot(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 8 ^ hash >>> 16) & hashes.length - 1;
  }
}
