package dev.zonegate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a tree in source order. A node and all below it are a range of that order, so that
 * what is asked about a part of a file costs as much as the answer, not as the part.
 */
final class NodeIndex {
  private final List<Node> nodes = new ArrayList<>();
  private final IdentityHashMap<Node, Place> places = new IdentityHashMap<>();
  private final Map<Class<?>, Listing> listings = new HashMap<>();

  /**
   * Where a node is.
   *
   * @param at its position, {@code end} the one after the last node below it
   */
  private record Place(Node parent, int at, int end) {}

  /** The nodes of a kind, and the position of each. */
  private static final class Listing {
    private final List<Node> nodes = new ArrayList<>();
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
      return Collections.unmodifiableList(nodes);
    }

    List<Node> within(int from, int to) {
      int first = first(from);
      return Collections.unmodifiableList(nodes.subList(first, first(to)));
    }

    private int first(int position) {
      int found = Arrays.binarySearch(positions, 0, nodes.size(), position);
      return found < 0 ? -found - 1 : found;
    }
  }

  NodeIndex(Node root) {
    List<Integer> parents = new ArrayList<>();
    List<Node> open = new ArrayList<>(List.of(root));
    List<Integer> openParents = new ArrayList<>(List.of(-1));
    while (!open.isEmpty()) {
      Node node = open.remove(open.size() - 1);
      parents.add(openParents.remove(openParents.size() - 1));
      int at = nodes.size();
      nodes.add(node);
      listings.computeIfAbsent(node.getClass(), any -> new Listing()).add(node, at);
      List<Node> parts = node.children();
      for (int i = parts.size() - 1; i >= 0; i--) {
        open.add(parts.get(i));
        openParents.add(at);
      }
    }
    int[] sizes = new int[nodes.size()];
    for (int at = nodes.size() - 1; at >= 0; at--) {
      int parent = parents.get(at);
      sizes[at]++;
      if (parent >= 0) {
        sizes[parent] += sizes[at];
      }
      Node above = parent < 0 ? null : nodes.get(parent);
      places.put(nodes.get(at), new Place(above, at, at + sizes[at]));
    }
  }

  /** The node that {@code node} is a direct part of; null for the root and for strangers. */
  Node parent(Node node) {
    Place place = places.get(node);
    return place == null ? null : place.parent();
  }

  <N extends Node> List<N> all(Class<N> kind) {
    return cast(listing(kind).all());
  }

  /** The nodes of a kind at or below {@code root}. */
  <N extends Node> List<N> allIn(Node root, Class<N> kind) {
    Place place = places.get(root);
    return place == null
        ? new NodeIndex(root).all(kind)
        : cast(listing(kind).within(place.at(), place.end()));
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
}
