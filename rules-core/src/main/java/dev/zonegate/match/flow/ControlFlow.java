package dev.zonegate.match.flow;

import dev.zonegate.match.ApiSet;
import dev.zonegate.match.Completion;
import dev.zonegate.match.Methods;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What holds at a place on every way that leads there, and what happens on every way from there.
 * Methods, lambdas and initialisers have graphs of their own; a search goes on from a lambda or an
 * anonymous class to where it is made.
 */
public final class ControlFlow {
  /** Beyond these steps a file is too big to be searched further; then nothing is known. */
  private static final int MOST_STEPS = 4_000_000;

  private static final ApiSet NEVER_RETURNS = ApiSet.load("flow/never-returns.api");
  private final SourceFile file;
  private final Methods methods;
  private final Map<Node, Graph> graphs = new IdentityHashMap<>();
  private final Map<Graph, Set<Point>> ending = new IdentityHashMap<>();
  private final Map<Decl.Method, Boolean> endless = new IdentityHashMap<>();
  private int steps;

  private ControlFlow(SourceFile file) {
    this.file = file;
    this.methods = Methods.of(file);
  }

  /** The control flow of a file. */
  public static ControlFlow of(SourceFile file) {
    return file.derived(ControlFlow.class, ControlFlow::new);
  }

  /** How many points its searches went over until now: the work that its questions took. */
  public int steps() {
    return steps;
  }

  /** The method, lambda, initialiser or field that runs {@code node}; null outside of all. */
  public Node routine(Node node) {
    for (Node up = file.parent(node); up != null; up = file.parent(up)) {
      if (isRoutine(up)) {
        return up;
      }
    }
    return null;
  }

  /** On which ways {@code node} can be reached without {@code claim} being established. */
  public Reached before(Node node, Claim claim) {
    Node routine = routine(node);
    return routine == null
        ? Reached.UNKNOWN
        : new BackwardSearch(claim, routine).from(graph(routine).points(node));
  }

  /** On which ways the end of a method or lambda can be reached without it. */
  public Reached beforeEnd(Node routine, Claim claim) {
    return new BackwardSearch(claim, routine).from(List.of(graph(routine).end()));
  }

  /**
   * How control leaves the routine of {@code node} after it without {@code claim} being
   * established.
   *
   * @param failing the nodes whose failure is looked at
   */
  public Leaving after(Node node, Claim claim, Predicate<Node> failing) {
    Node routine = routine(node);
    return routine == null
        ? Leaving.UNKNOWN
        : new ForwardSearch(graph(routine), claim, failing).from(node);
  }

  /** Whether the end of its routine can be reached from {@code node} if nothing fails. */
  public boolean mayEndAfter(Node node) {
    Node routine = routine(node);
    if (routine == null) {
      return false;
    }
    Graph graph = graph(routine);
    Set<Point> leading = ending.computeIfAbsent(graph, this::leadingToEnd);
    return graph.points(node).stream().anyMatch(leading::contains);
  }

  /** One search for all that ask about a routine, however many they are. */
  private Set<Point> leadingToEnd(Graph graph) {
    Set<Point> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Point> open = new ArrayDeque<>(List.of(graph.end()));
    while (!open.isEmpty()) {
      Point point = open.pop();
      if (found.add(point)) {
        steps++;
        point.in().stream().filter(each -> !each.isFailure()).map(Edge::from).forEach(open::push);
      }
    }
    return found;
  }

  private Graph graph(Node routine) {
    Graph known = graphs.get(routine);
    if (known == null) {
      known = Graph.of(routine, this::neverReturns);
      graphs.put(routine, known);
    }
    return known;
  }

  private static boolean isRoutine(Node node) {
    return node instanceof Decl.Method
        || node instanceof Expr.Lambda
        || node instanceof Decl.Initializer
        || node instanceof Decl.Field
        || node instanceof Decl.EnumConstant;
  }

  private boolean neverReturns(Invocation use) {
    if (NEVER_RETURNS.matches(use).isYes()) {
      return true;
    }
    Decl.Method method = methods.declaration(use).orElse(null);
    return method != null
        && method.body() != null
        && endless.computeIfAbsent(method, this::isEndless);
  }

  private boolean isEndless(Decl.Method method) {
    return !Completion.isNormal(method.body())
        && file.allIn(method.body(), Stmt.Return.class).isEmpty();
  }

  /** Where the code of a lambda or anonymous class is made, in the routine around it. */
  private Node maker(Node routine) {
    if (routine instanceof Expr.Lambda) {
      return routine;
    }
    Node owner = file.parent(routine);
    Node around = owner == null ? null : file.parent(owner);
    boolean isInside =
        owner instanceof Decl.Body && around instanceof Expr.New
            || owner instanceof Decl.Type && around instanceof Stmt.LocalType;
    return isInside ? around : null;
  }

  private final class BackwardSearch {
    private final Claim claim;
    private final Deque<Point> open = new ArrayDeque<>();
    private final Set<Point> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> resets = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean fromStart;
    private Node routine;

    BackwardSearch(Claim claim, Node routine) {
      this.claim = claim;
      this.routine = routine;
    }

    Reached from(List<Point> points) {
      if (points.isEmpty()) {
        return Reached.UNKNOWN;
      }
      points.forEach(this::visit);
      while (!open.isEmpty()) {
        if (++steps > MOST_STEPS) {
          return Reached.UNKNOWN;
        }
        Point point = open.pop();
        if (point.in().isEmpty()) {
          start(point);
        }
        point.in().forEach(this::cross);
      }
      return new Reached(new ArrayList<>(resets), fromStart, true);
    }

    private void visit(Point point) {
      if (seen.add(point)) {
        open.push(point);
      }
    }

    /** A point without a way to it is the start, or dead code. */
    private void start(Point point) {
      if (point != graph(routine).start()) {
        return;
      }
      Node maker = maker(routine);
      Node outer = maker == null ? null : ControlFlow.this.routine(maker);
      if (outer == null) {
        fromStart = true;
        return;
      }
      routine = outer;
      graph(outer).points(maker).forEach(this::visit);
    }

    private void cross(Edge edge) {
      if (edge.test() != null && claim.isImplied(edge.test().test(), edge.test().holds())) {
        return;
      }
      Node node = edge.from().node();
      if (node == null || edge.isFailure()) {
        visit(edge.from());
        return;
      }
      switch (claim.after(node)) {
        case ESTABLISHES -> {}
        case RESETS -> resets.add(node);
        case NONE -> visit(edge.from());
      }
    }
  }

  private final class ForwardSearch {
    private final Graph graph;
    private final Claim claim;
    private final Predicate<Node> failing;
    private final Deque<Point> open = new ArrayDeque<>();
    private final Set<Point> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean isReset;

    ForwardSearch(Graph graph, Claim claim, Predicate<Node> failing) {
      this.graph = graph;
      this.claim = claim;
      this.failing = failing;
    }

    Leaving from(Node node) {
      for (Point each : graph.points(node)) {
        each.out().stream().filter(edge -> !edge.isFailure()).forEach(this::cross);
      }
      while (!open.isEmpty()) {
        if (++steps > MOST_STEPS) {
          return Leaving.UNKNOWN;
        }
        Point point = open.pop();
        if (point.node() == node) {
          isReset = true;
        } else {
          leave(point);
        }
      }
      return new Leaving(seen.contains(graph.end()), seen.contains(graph.failed()), isReset, true);
    }

    private void leave(Point point) {
      Claim.Effect effect = point.node() == null ? Claim.Effect.NONE : claim.after(point.node());
      if (effect == Claim.Effect.NONE) {
        point.out().forEach(this::cross);
      }
      isReset |= effect == Claim.Effect.RESETS;
    }

    private void cross(Edge edge) {
      boolean isLeftOut = edge.isFailure() && !failing.test(edge.from().node());
      boolean isOver =
          edge.test() != null && claim.isImplied(edge.test().test(), edge.test().holds());
      if (!isLeftOut && !isOver && seen.add(edge.to())) {
        open.push(edge.to());
      }
    }
  }
}
