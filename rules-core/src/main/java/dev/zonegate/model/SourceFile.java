package dev.zonegate.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One lowered source file with its indexes: what every rule is given. The tree never changes; the
 * indexes are made when first asked for. Used by one thread at a time.
 */
public final class SourceFile {
  private final String path;
  private final Role role;
  private final int targetRelease;
  private final SourceText text;
  private final Unit unit;
  private final List<Comment> comments;
  private final List<Notification> notifications;
  private final Map<Class<?>, Object> derived = new HashMap<>();
  private NodeIndex index;

  /** What a source file is for. */
  public enum Role {
    MAIN,
    TEST,
    GENERATED;

    /** What a file is for by the folders that Maven and Gradle keep it in. */
    public static Role of(String path) {
      String folders = "/" + path.replace('\\', '/');
      if (folders.contains("/generated-sources/")
          || folders.contains("/generated-test-sources/")
          || folders.contains("/build/generated/")) {
        return GENERATED;
      }
      boolean isTest =
          folders.contains("/src/test/")
              || folders.contains("/src/it/")
              || folders.contains("/src/testFixtures/")
              || folders.contains("/src/integrationTest/");
      return isTest ? TEST : MAIN;
    }
  }

  /**
   * A file as a front-end delivers it.
   *
   * @param path relative to the project, with {@code /}
   * @param targetRelease the Java release that the project compiles for, 8 or more; 0 if unknown
   * @param comments in source order
   * @param notifications what the front-end could not read
   */
  public SourceFile(
      String path,
      Role role,
      int targetRelease,
      SourceText text,
      Unit unit,
      List<Comment> comments,
      List<Notification> notifications) {
    this.path = path;
    this.role = role;
    this.targetRelease = targetRelease;
    this.text = text;
    this.unit = unit;
    this.comments = List.copyOf(comments);
    this.notifications = List.copyOf(notifications);
  }

  public String path() {
    return path;
  }

  public Role role() {
    return role;
  }

  public boolean isTest() {
    return role == Role.TEST;
  }

  /** The Java release that the project compiles for, or 0 if unknown. */
  public int targetRelease() {
    return targetRelease;
  }

  public SourceText text() {
    return text;
  }

  /** The source text of a node, as typed. */
  public String text(Node node) {
    return text.slice(node.span());
  }

  public Unit unit() {
    return unit;
  }

  public List<Comment> comments() {
    return comments;
  }

  /** The comments that stand inside a node, in source order. */
  public List<Comment> commentsIn(Node node) {
    int first = commentsBefore(at -> at.span().isBefore(node.span()));
    return comments.subList(
        first, Math.max(first, commentsBefore(at -> !node.span().isBefore(at.span()))));
  }

  private int commentsBefore(Predicate<Comment> isBefore) {
    int low = 0;
    int high = comments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore.test(comments.get(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public List<Notification> notifications() {
    return notifications;
  }

  /**
   * All nodes of a kind in source order, for example {@code all(Expr.Call.class)} or {@code
   * all(Invocation.class)}.
   */
  public <N extends Node> List<N> all(Class<N> kind) {
    return index().all(kind);
  }

  /** All nodes of a kind at or below {@code root}, in source order. */
  public <N extends Node> List<N> allIn(Node root, Class<N> kind) {
    return index().allIn(root, kind);
  }

  /** How many nodes there are at and below {@code node}; 0 for strangers. */
  public int size(Node node) {
    return index().size(node);
  }

  /** The node that {@code node} is a direct part of; null for the unit. */
  public Node parent(Node node) {
    return index().parent(node);
  }

  /** The nearest node of a kind around {@code node}, itself not included; null if there is none. */
  public <N extends Node> N enclosing(Node node, Class<N> kind) {
    return index().enclosing(node, kind);
  }

  /**
   * Something computed from this file once and kept for all rules, such as its scopes or its flow.
   */
  @SuppressWarnings("unchecked")
  public <T> T derived(Class<T> kind, Function<SourceFile, T> compute) {
    Object known = derived.get(kind);
    if (known == null) {
      known = compute.apply(this);
      derived.put(kind, known);
    }
    return (T) known;
  }

  /** Keeps what was computed while this file was read, as if by {@link #derived}. */
  public <T> SourceFile with(Class<T> kind, T value) {
    derived.put(kind, value);
    return this;
  }

  /** The same file without its indexes and whatever else was derived from it. */
  public SourceFile afresh() {
    return new SourceFile(path, role, targetRelease, text, unit, comments, notifications);
  }

  private NodeIndex index() {
    if (index == null) {
      index = new NodeIndex(unit);
    }
    return index;
  }
}
