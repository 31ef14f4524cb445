package dev.zonegate.rules.missingstate;

import dev.zonegate.model.Expr;
import java.util.Set;

/** Streams of values that stand in the code, such as {@code Stream.of(name, alias).map(...)}. */
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

  private GivenValues() {}

  /** Whether {@code stream} has as many elements as were given to it, and that at least one. */
  static boolean isSource(Expr stream) {
    Expr source = stream;
    while (source instanceof Expr.Call stage && KEEPS.contains(stage.name())) {
      source = stage.target();
    }
    return source instanceof Expr.Call made
        && made.name().equals("of")
        && !made.arguments().isEmpty()
        && made.arguments().stream().noneMatch(each -> each.type().isArray())
        && made.receiverType().isAnyOf(SOURCES).isYes();
  }
}
