package dev.zonegate.match.taint;

import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where request data ends up in a file. */
public final class Taint {
  private static final int MOST_ROUNDS = 3;
  private final SourceFile file;
  private List<Outcome> outcomes;
  private List<Hit> fromRequests;

  private Taint(SourceFile file) {
    this.file = file;
  }

  /** The taint of a file, computed once. */
  public static Taint of(SourceFile file) {
    return file.derived(Taint.class, Taint::new);
  }

  /** What each method does that is given, reads or uses anything that matters. */
  public List<Outcome> outcomes() {
    if (outcomes == null) {
      outcomes = run(file);
    }
    return outcomes;
  }

  /** The same for who asks about sinks only: in a file that has none, nothing is executed. */
  public List<Outcome> atSinks() {
    return outcomes != null || hasSinks() ? outcomes() : List.of();
  }

  private boolean hasSinks() {
    Library library = Library.of(file);
    for (Invocation each : file.all(Invocation.class)) {
      if (!library.of(each).sinks().isEmpty()) {
        return true;
      }
    }
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (Responses.isOne(each, file)) {
        return true;
      }
    }
    return false;
  }

  /** What carries request data to a sink, in source order of the sinks; one for each kind. */
  public List<Hit> fromRequests() {
    if (fromRequests == null) {
      fromRequests = carrying();
    }
    return fromRequests;
  }

  private List<Hit> carrying() {
    Map<Node, Map<SinkKind, Hit>> best = new IdentityHashMap<>();
    for (Outcome outcome : atSinks()) {
      for (Hit hit : outcome.hits()) {
        if (hit.source() != null) {
          best.computeIfAbsent(hit.sink(), any -> new LinkedHashMap<>())
              .putIfAbsent(hit.kind(), hit);
        }
      }
    }
    List<Hit> all = new ArrayList<>();
    best.values().forEach(each -> all.addAll(each.values()));
    all.sort(Taint::inOrder);
    return Collections.unmodifiableList(all);
  }

  /** The request data that reaches a sink, or null if none is known to. */
  public Hit requestAt(SinkKind kind, Invocation sink) {
    for (Hit each : fromRequests()) {
      if (each.kind() == kind && each.sink() == sink) {
        return each;
      }
    }
    return null;
  }

  /** Whether text that is not known to be harmless reaches a sink, wherever it comes from. */
  public boolean isReached(SinkKind kind, Invocation sink) {
    return atSinks().stream()
        .flatMap(each -> each.hits().stream())
        .anyMatch(each -> each.kind() == kind && each.sink() == sink);
  }

  /** Whether what reaches {@code sink} was followed, so that what is not known to does not. */
  public boolean isFollowed(Invocation sink) {
    return atSinks().stream().anyMatch(each -> each.reached().contains(sink));
  }

  private static int inOrder(Hit one, Hit other) {
    int byPlace = one.sink().anchor().compareTo(other.sink().anchor());
    return byPlace != 0 ? byPlace : one.kind().compareTo(other.kind());
  }

  private static List<Outcome> run(SourceFile file) {
    Fields fields = new Fields(file);
    List<Outcome> found = List.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      found = once(file, fields);
      if (!fields.hasGrown()) {
        break;
      }
    }
    return found;
  }

  private static List<Outcome> once(SourceFile file, Fields fields) {
    List<Outcome> outcomes = new ArrayList<>();
    Effort.Plan plan = Effort.Plan.of(file);
    for (Decl.Method method : file.all(Decl.Method.class)) {
      boolean isRoot = method.body() != null && file.enclosing(method, Expr.class) == null;
      if (isRoot && plan.canTell(method) && matters(method, file)) {
        outcomes.add(new Execution(file, fields, plan.effort(method)).run(method));
      }
    }
    return outcomes;
  }

  private static boolean matters(Decl.Method method, SourceFile file) {
    for (Decl.Param each : method.params()) {
      if (!KnownTypes.of(file).isInert(each)) {
        return true;
      }
    }
    Library library = Library.of(file);
    for (Invocation each : file.allIn(method.body(), Invocation.class)) {
      if (library.of(each).matters()) {
        return true;
      }
    }
    return Responses.isOne(method, file);
  }
}
