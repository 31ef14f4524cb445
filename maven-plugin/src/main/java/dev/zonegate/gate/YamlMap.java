package dev.zonegate.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping with text keys; what is wrong with it is told once, where it is. */
final class YamlMap {
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Problems problems;

  private YamlMap(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /** A mapping, or an empty one and a problem. */
  static YamlMap of(Node node, String what, Problems problems) {
    YamlMap map = new YamlMap(node, problems);
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, what + " is " + kind(node) + "; write keys and values");
      return map;
    }
    for (NodeTuple entry : mapping.getValue()) {
      Node key = entry.getKeyNode();
      String name = text(key).orElse(null);
      if (name == null) {
        problems.add(key, "a key is " + kind(key) + "; write a word");
      } else if (map.values.putIfAbsent(name, entry.getValueNode()) != null) {
        problems.add(key, Problems.quote(name) + " is there twice; keep one");
      } else {
        map.keys.put(name, key);
      }
    }
    return map;
  }

  /** Tells of every key that is not one of these. */
  YamlMap allow(String what, Set<String> known) {
    keys.forEach(
        (name, key) -> {
          if (!known.contains(name)) {
            problems.add(
                key, Problems.quote(name) + " is no key of " + what + Nearest.hint(name, known));
          }
        });
    return this;
  }

  Node node() {
    return node;
  }

  /** Its keys in the order written. */
  Set<String> names() {
    return values.keySet();
  }

  Node key(String name) {
    return keys.get(name);
  }

  Node value(String name) {
    return values.get(name);
  }

  /** A text value that must be there; empty and a problem if it is not. */
  Optional<String> required(String name, String what) {
    Node value = values.get(name);
    if (value == null) {
      problems.add(node, what + " has no `" + name + "`; add it");
      return Optional.empty();
    }
    Optional<String> text = text(value);
    if (text.isEmpty()) {
      problems.add(value, "`" + name + "` is " + kind(value) + "; write one word");
    }
    return text;
  }

  /** The items of a list; none if the key is not there, a problem if it is not a list. */
  List<Node> list(String name) {
    Node value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      problems.add(
          value, "`" + name + "` is " + kind(value) + "; write a list such as [\"a\", \"b\"]");
      return List.of();
    }
    return new ArrayList<>(sequence.getValue());
  }

  /** The text of a scalar; empty for a list, a mapping and nothing. */
  static Optional<String> text(Node node) {
    boolean isText = node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    return isText ? Optional.of(((ScalarNode) node).getValue()) : Optional.empty();
  }

  static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof SequenceNode) {
      return "a list";
    }
    return node.getTag().equals(Tag.NULL)
        ? "empty"
        : Problems.quote(((ScalarNode) node).getValue());
  }
}
