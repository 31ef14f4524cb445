package dev.zonegate.frontend;

import dev.zonegate.model.Expr;
import dev.zonegate.model.MethodRef;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.TypeRef;
import dev.zonegate.model.VarRef;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Counts how two lowerings of the same files differ, node by node, and keeps examples. */
public final class ModelDifferences {
  private static final int MOST_EXAMPLES = 8;
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Map<String, List<String>> examples = new TreeMap<>();
  private final Map<String, Integer> classes = new TreeMap<>();
  private int nodes;
  private SourceFile file;

  /** What two lowerings may differ in. */
  public enum Kind {
    /** Another kind of node, or another number of parts; the parts are not compared then. */
    STRUCTURE,
    /** A span, name, modifier or value. */
    ATTRIBUTE,
    /** What a variable's name means, where both know. */
    BINDING,
    /** What a call resolves to, where both know. */
    METHOD,
    /** An erased type, where both know its name. */
    TYPE,
    /** Something that only one of them knows. */
    HALF_KNOWN
  }

  /** Compares two lowerings of one file. */
  public void compare(SourceFile expected, SourceFile actual) {
    file = expected;
    compare(expected.unit(), actual.unit());
    if (!expected.comments().equals(actual.comments())) {
      differ(Kind.ATTRIBUTE, expected.unit(), "comments", "", "");
    }
  }

  /** The number of nodes of the expected lowerings that were compared. */
  public int nodes() {
    return nodes;
  }

  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Differences of a kind for each thousand nodes. */
  public double perThousand(Kind kind) {
    return 1000.0 * count(kind) / Math.max(1, nodes);
  }

  /** The figures, and the first examples of each class of difference. */
  public String report() {
    StringBuilder text = new StringBuilder().append(nodes).append(" nodes");
    for (Kind kind : Kind.values()) {
      text.append(", ").append(kind).append(' ').append(count(kind));
    }
    examples.forEach(
        (what, some) -> {
          text.append('\n').append(classes.get(what)).append(" x ").append(what);
          some.forEach(line -> text.append("\n    ").append(line));
        });
    return text.toString();
  }

  private void compare(Node expected, Node actual) {
    nodes++;
    if (expected.getClass() != actual.getClass()) {
      differ(
          Kind.STRUCTURE, expected, "node", expected.getClass().getSimpleName(), describe(actual));
      return;
    }
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      compare(expected, component, value(expected, component), value(actual, component));
    }
    List<Node> parts = expected.children();
    List<Node> others = actual.children();
    if (parts.size() != others.size()) {
      differ(Kind.STRUCTURE, expected, "parts", parts.size(), others.size());
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      compare(parts.get(i), others.get(i));
    }
  }

  private void compare(Node node, RecordComponent component, Object expected, Object actual) {
    if (component.getType() == MethodRef.class) {
      compareKnown(Kind.METHOD, node, component, expected, actual);
    } else if (component.getType() == VarRef.class) {
      compareKnown(Kind.BINDING, node, component, expected, actual);
    } else if (component.getType() == TypeRef.class) {
      TypeRef one = (TypeRef) expected;
      TypeRef other = (TypeRef) actual;
      compareKnown(Kind.TYPE, node, component, nameOf(one), nameOf(other));
    } else if (!isPart(expected) && !isPart(actual) && !Objects.equals(expected, actual)) {
      differ(Kind.ATTRIBUTE, node, component.getName(), expected, actual);
    }
  }

  private void compareKnown(
      Kind kind, Node node, RecordComponent component, Object expected, Object actual) {
    if (expected == null || actual == null) {
      if (expected != actual) {
        differ(Kind.HALF_KNOWN, node, component.getName(), expected, actual);
      }
    } else if (!expected.toString().equals(actual.toString())) {
      differ(kind, node, component.getName(), expected, actual);
    }
  }

  private static String nameOf(TypeRef type) {
    return type == null || type.isUnknown() ? null : type.name();
  }

  private static boolean isPart(Object value) {
    return value instanceof Node
        || value instanceof Collection<?> many
            && !many.isEmpty()
            && many.iterator().next() instanceof Node;
  }

  private static String describe(Node node) {
    return node.getClass().getSimpleName()
        + (node instanceof Expr.Name name ? " " + name.name() : "");
  }

  private void differ(Kind kind, Node node, String what, Object expected, Object actual) {
    counts.merge(kind, 1, Integer::sum);
    String name = kind + " " + node.getClass().getSimpleName() + "." + what;
    classes.merge(name, 1, Integer::sum);
    List<String> some = examples.computeIfAbsent(name, key -> new ArrayList<>());
    if (some.size() < MOST_EXAMPLES) {
      some.add(file.path() + ":" + node.span() + " " + expected + " / " + actual);
    }
  }

  private static Object value(Node node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
