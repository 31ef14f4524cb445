package dev.zonegate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a tree in source order. A node and all below it are a range of that order, so that
 * what is asked about a part of a file costs as much as the answer, not as the part.
 */
final class NodeIndex {
  /** How far up it is cheaper to walk than to keep a table, in code that people write. */
  private static final int NEAR = 24;

  private final List<Node> nodes = new ArrayList<>();

  /** Of each node the position of the one that it is a part of, -1 for the root. */
  private final int[] parents;

  /** Of each node the position after the last one below it. */
  private final int[] ends;

  /** Positions by identity, plus one; the next free slot where one is taken. */
  private final int[] slots;

  private final Map<Class<?>, Listing> listings = new HashMap<>();

  /** By kind: of each node the position of the nearest one around it, or -1. */
  private final Map<Class<?>, int[]> around = new HashMap<>();

  /** The nodes of a kind, and the position of each. */
  private static final class Listing {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Node> all = Collections.unmodifiableList(nodes);
    private int[] positions = new int[8];

    void add(Node node, int position) {
      if (nodes.size() == positions.length) {
        positions = Arrays.copyOf(positions, 2 * positions.length);
      }
      positions[nodes.size()] = position;
      nodes.add(node);
    }

    void mark(BitSet wanted) {
      for (int i = 0; i < nodes.size(); i++) {
        wanted.set(positions[i]);
      }
    }

    List<Node> all() {
      return all;
    }

    List<Node> within(int from, int to) {
      int first = first(from);
      return all.subList(first, first(to));
    }

    private int first(int position) {
      int found = Arrays.binarySearch(positions, 0, nodes.size(), position);
      return found < 0 ? -found - 1 : found;
    }
  }

  NodeIndex(Node root) {
    int[] above = new int[64];
    List<Node> open = new ArrayList<>();
    int[] openParents = new int[64];
    open.add(root);
    openParents[0] = -1;
    while (!open.isEmpty()) {
      int last = open.size() - 1;
      Node node = open.remove(last);
      int at = nodes.size();
      above = at < above.length ? above : Arrays.copyOf(above, 2 * at);
      above[at] = openParents[last];
      nodes.add(node);
      listings.computeIfAbsent(node.getClass(), any -> new Listing()).add(node, at);
      List<Node> parts = node.children();
      int needed = open.size() + parts.size();
      if (needed > openParents.length) {
        openParents = Arrays.copyOf(openParents, 2 * needed);
      }
      for (int i = parts.size() - 1; i >= 0; i--) {
        openParents[open.size()] = at;
        open.add(parts.get(i));
      }
    }
    parents = above;
    ends = ends();
    slots = slots();
  }

  private int[] ends() {
    int[] ends = new int[nodes.size()];
    for (int at = ends.length - 1; at >= 0; at--) {
      ends[at] = Math.max(ends[at], at + 1);
      if (parents[at] >= 0) {
        ends[parents[at]] = Math.max(ends[parents[at]], ends[at]);
      }
    }
    return ends;
  }

  private int[] slots() {
    int[] taken = new int[Integer.highestOneBit(nodes.size()) * 4];
    for (int at = 0; at < nodes.size(); at++) {
      int slot = slot(nodes.get(at), taken);
      taken[slot] = taken[slot] == 0 ? at + 1 : taken[slot];
    }
    return taken;
  }

  /** Where a node is found, or the free slot where it would be. */
  private int slot(Node node, int[] taken) {
    int hash = System.identityHashCode(node);
    int slot = (hash ^ hash >>> 16) & taken.length - 1;
    while (taken[slot] != 0 && nodes.get(taken[slot] - 1) != node) {
      slot = slot + 1 & taken.length - 1;
    }
    return slot;
  }

  /** The position of a node; -1 for strangers. */
  private int position(Node node) {
    return slots[slot(node, slots)] - 1;
  }

  /** How many nodes there are at and below {@code node}; 0 for strangers. */
  int size(Node node) {
    int at = position(node);
    return at < 0 ? 0 : ends[at] - at;
  }

  /** The node that {@code node} is a direct part of; null for the root and for strangers. */
  Node parent(Node node) {
    int at = position(node);
    return at < 0 || parents[at] < 0 ? null : nodes.get(parents[at]);
  }

  /** The nearest node of a kind around {@code node}; null if there is none. */
  <N extends Node> N enclosing(Node node, Class<N> kind) {
    int position = position(node);
    if (position < 0) {
      return null;
    }
    int found = parents[position];
    for (int steps = 0; found >= 0 && !kind.isInstance(nodes.get(found)); steps++) {
      if (steps == NEAR) {
        found = around.computeIfAbsent(kind, this::nearest)[found];
        break;
      }
      found = parents[found];
    }
    return found < 0 ? null : kind.cast(nodes.get(found));
  }

  /** For each node the nearest of a kind around it, or -1. */
  private int[] nearest(Class<?> kind) {
    int[] nearest = new int[parents.length];
    for (int at = 0; at < nearest.length; at++) {
      int parent = parents[at];
      boolean isFound = parent < 0 || kind.isInstance(nodes.get(parent));
      nearest[at] = isFound ? parent : nearest[parent];
    }
    return nearest;
  }

  <N extends Node> List<N> all(Class<N> kind) {
    return cast(listing(kind).all());
  }

  /** The nodes of a kind at or below {@code root}. */
  <N extends Node> List<N> allIn(Node root, Class<N> kind) {
    int at = position(root);
    return at < 0 ? new NodeIndex(root).all(kind) : cast(listing(kind).within(at, ends[at]));
  }

  @SuppressWarnings("unchecked") // a listing holds nodes of its kind only
  private static <N extends Node> List<N> cast(List<Node> nodes) {
    return (List<N>) nodes;
  }

  private Listing listing(Class<?> kind) {
    Listing known = listings.get(kind);
    if (known == null) {
      known = joined(kind);
      listings.put(kind, known);
    }
    return known;
  }

  /** What several kinds have in common, such as all expressions. */
  private Listing joined(Class<?> kind) {
    if (kind == Node.class) {
      return everything();
    }
    BitSet wanted = new BitSet(nodes.size());
    listings.forEach(
        (each, listing) -> {
          if (kind.isAssignableFrom(each)) {
            listing.mark(wanted);
          }
        });
    Listing joined = new Listing();
    for (int at = wanted.nextSetBit(0); at >= 0; at = wanted.nextSetBit(at + 1)) {
      joined.add(nodes.get(at), at);
    }
    return joined;
  }

  private Listing everything() {
    Listing all = new Listing();
    for (int at = 0; at < nodes.size(); at++) {
      all.add(nodes.get(at), at);
    }
    return all;
  }
}
