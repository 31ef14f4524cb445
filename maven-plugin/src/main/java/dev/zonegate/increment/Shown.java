package dev.zonegate.increment;

import java.util.Map;
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
    boolean isForAll, Words names, long shape, Map<Integer, Long> members, Words mentions) {
  Shown {
    members = new TreeMap<>(members);
  }
}
