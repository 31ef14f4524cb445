package dev.zonegate.increment;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a class or source file shows to other files.
 *
 * @param isForAll whether every file may depend on it, as on a package declaration
 * @param names words that its types are called by
 * @param shape digest of what a use may depend on without naming a member: supertypes, annotations,
 *     type parameters, abstract methods of interfaces
 * @param members digest of the members of each name; of a source file how many of its types have a
 *     qualified name, since all else there counts with its shape
 * @param mentions words of all this, names of types among them
 */
record Shown(
    boolean isForAll, int[] names, long shape, Map<Integer, Long> members, int[] mentions) {
  Shown {
    names = names.clone();
    mentions = mentions.clone();
    members = new TreeMap<>(members);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shown that
        && isForAll == that.isForAll
        && shape == that.shape
        && Arrays.equals(names, that.names)
        && members.equals(that.members)
        && Arrays.equals(mentions, that.mentions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(isForAll, shape, members);
  }
}
