package dev.zonegate.rules.missingstate;

import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import java.util.Set;

/** Streams that have an element, such as {@code Stream.of(name, alias).map(...)}. */
final class GivenValues {
  private static final Set<String> KEEPS =
      Set.of(
          "stream",
          "map",
          "mapToInt",
          "mapToLong",
          "mapToDouble",
          "mapToObj",
          "asLongStream",
          "asDoubleStream",
          "sorted",
          "peek",
          "distinct",
          "boxed",
          "parallel",
          "sequential");
  private static final String[] SOURCES = {
    "java.util.stream.Stream",
    "java.util.stream.IntStream",
    "java.util.stream.LongStream",
    "java.util.stream.DoubleStream",
    "java.util.List",
    "java.util.Set"
  };

  private static final Set<String> QUESTIONS = Set.of("isEmpty", "size");

  private GivenValues() {}

  /**
   * Whether {@code stream} has as many elements as were given to it, and that at least one; or as
   * many as a collection that the method has asked before {@code at} how many it has.
   */
  static boolean isSource(SourceFile file, Node at, Expr stream) {
    Expr source = stream;
    while (source instanceof Expr.Call stage && KEEPS.contains(stage.name())) {
      source = stage.target();
    }
    return isWritten(source)
        || source != null && source != stream && Asked.about(file, at, source, QUESTIONS);
  }

  private static boolean isWritten(Expr source) {
    return source instanceof Expr.Call made
        && made.name().equals("of")
        && !made.arguments().isEmpty()
        && made.arguments().stream().noneMatch(each -> each.type().isArray())
        && made.receiverType().isAnyOf(SOURCES).isYes();
  }
}
