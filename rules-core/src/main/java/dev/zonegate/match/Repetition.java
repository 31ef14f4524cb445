package dev.zonegate.match;

import dev.zonegate.model.Answer;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Invocation;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Stmt;
import dev.zonegate.model.Variable;
import java.util.Optional;
import java.util.Set;

/**
 * Code that runs again for each element: the body of a loop, a lambda or method reference of a
 * stream or of {@code forEach}.
 *
 * @param at the loop, lambda or method reference
 * @param source what is gone through, without the steps of a stream; null if it is not known
 * @param chain the whole stream, or the source again
 * @param element the variable that holds an element; null if there is none
 */
public record Repetition(Node at, Expr source, Expr chain, Variable element) {
  private static final Set<String> VIEWS =
      Set.of(
          "stream",
          "parallelStream",
          "parallel",
          "sequential",
          "boxed",
          "iterator",
          "listIterator",
          "entrySet",
          "keySet",
          "values",
          "sorted",
          "distinct",
          "filter",
          "map",
          "flatMap",
          "peek",
          "skip",
          "limit",
          "reversed",
          "toList",
          "collect",
          "getContent",
          "chars",
          "lines",
          "unordered");
  private static final Set<String> STEPS =
      Set.of(
          "map",
          "mapToObj",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "flatMap",
          "mapMulti",
          "filter",
          "peek",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "takeWhile",
          "dropWhile",
          "forEach",
          "forEachOrdered",
          "removeIf",
          "replaceAll",
          "concatMap",
          "collect");
  private static final Set<String> MEMOISING =
      Set.of("computeIfAbsent", "computeIfPresent", "memoize", "executePipelined", "get");

  /** The nearest repetition that {@code node} is run by, within its method. */
  public static Optional<Repetition> around(SourceFile file, Node node) {
    if (node instanceof Expr.MethodReference reference) {
      Optional<Repetition> own = step(file, reference, null);
      if (own.isPresent()) {
        return own;
      }
    }
    Node child = node;
    for (Node up = file.parent(child); up != null; child = up, up = file.parent(up)) {
      if (up instanceof Decl || up instanceof dev.zonegate.model.Catch) {
        return Optional.empty();
      }
      if (Following.isLoop(up) && isRepeated(up, child)) {
        return Optional.of(ofLoop(file, up));
      }
      if (up instanceof Expr.Lambda lambda) {
        Decl.Param first = lambda.params().isEmpty() ? null : lambda.params().get(0);
        Optional<Repetition> own = step(file, lambda, first);
        if (own.isPresent()) {
          return own;
        }
        if (isElsewhere(file, lambda)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** The repetition around this one, within its method. */
  public Optional<Repetition> outer(SourceFile file) {
    return around(file, at instanceof Expr.MethodReference ? file.parent(at) : at);
  }

  private static boolean isRepeated(Node loop, Node part) {
    if (loop instanceof Stmt.ForEach each) {
      return part == each.body();
    }
    return !(loop instanceof Stmt.For counted) || !counted.init().contains(part);
  }

  private static Repetition ofLoop(SourceFile file, Node loop) {
    if (loop instanceof Stmt.ForEach each) {
      return new Repetition(loop, root(each.iterable()), each.iterable(), each.variable());
    }
    Expr source = LoopSource.of(file, (Stmt) loop);
    return new Repetition(loop, source == null ? null : root(source), source, null);
  }

  /** The step of a stream that {@code work} is given to, directly or within a collector. */
  private static Optional<Repetition> step(SourceFile file, Expr work, Variable element) {
    Node parent = file.parent(work);
    while (parent instanceof Expr.Call call && isCollector(call)) {
      parent = file.parent(parent);
    }
    boolean isStep =
        parent instanceof Expr.Call call && STEPS.contains(call.name()) && isOnElements(call);
    if (!isStep) {
      return Optional.empty();
    }
    Expr chain = ((Expr.Call) parent).target();
    return Optional.of(new Repetition(work, root(chain), chain, element));
  }

  private static boolean isCollector(Expr.Call call) {
    return call.receiverType().isNamed("java.util.stream.Collectors");
  }

  private static boolean isOnElements(Expr.Call call) {
    if (call.target() == null) {
      return false;
    }
    Answer isKnown =
        call.receiverType()
            .isAnyOf(
                "java.util.stream.BaseStream",
                "java.lang.Iterable",
                "java.util.Iterator",
                "java.util.Map");
    if (isKnown.isYes()) {
      return true;
    }
    if (call.receiverType().isA("reactor.core.publisher.Flux").isYes()) {
      return call.name().equals("concatMap") || call.name().equals("map");
    }
    return !isKnown.isNo() && (call.name().startsWith("forEach") || isStream(call.target()));
  }

  private static boolean isStream(Expr chain) {
    for (Expr each = chain; each instanceof Expr.Call link; each = link.target()) {
      if (link.name().equals("stream") || link.name().equals("parallelStream")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a lambda runs on another thread, or not for each of several equal elements. */
  private static boolean isElsewhere(SourceFile file, Expr.Lambda lambda) {
    if (!(file.parent(lambda) instanceof Invocation call)) {
      return true;
    }
    return HandOver.is(call) || MEMOISING.contains(call.name());
  }

  /** What a stream or a view is made of: {@code orders} of {@code orders.stream().sorted()}. */
  static Expr root(Expr chain) {
    Expr each = chain;
    while (each instanceof Expr.Call link
        && link.target() != null
        && !(link.target() instanceof Expr.TypeName)
        && isView(link)) {
      each = link.target();
    }
    return each;
  }

  private static boolean isView(Expr.Call link) {
    return VIEWS.contains(link.name()) || link.name().startsWith("mapTo");
  }
}
