package dev.zonegate.match;

/**
 * Which names a set may have, by their hash codes and first letters; what it turns away is not in
 * the set.
 */
final class NameFilter {
  private static final int SLOTS = 1 << 8;

  private final boolean[] hashes = new boolean[SLOTS];
  private final boolean[] letters = new boolean[SLOTS];
  private boolean hasPrefixes;
  private boolean hasAll;

  void add(String name) {
    hashes[slot(name)] = true;
  }

  /** Adds all names that begin as {@code prefix}, of which one letter counts. */
  void addPrefix(String prefix) {
    letters[prefix.charAt(0) & SLOTS - 1] = true;
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
        || hasPrefixes && !name.isEmpty() && letters[name.charAt(0) & SLOTS - 1];
  }

  private static int slot(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 8 ^ hash >>> 16) & SLOTS - 1;
  }
}
