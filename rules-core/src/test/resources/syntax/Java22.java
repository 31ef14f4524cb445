package shop.unnamed;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

class Java22 {
  record Pair(Object left, Object right) { }

  int count(List<String> orders, Map<String, Integer> totals, Object o) throws Exception {
    int total = 0;
    for (String _ : orders) {
      total++;
    }
    for (var _ : orders) total++;
    var _ = totals.put("a", 1);
    BiFunction<String, Integer, Integer> f = (_, n) -> n;
    BiFunction<String, Integer, Integer> g = (String _, Integer _) -> 1;
    try (var _ = new java.io.StringReader("x")) {
      total--;
    } catch (IllegalStateException _) {
      total = 0;
    }
    if (o instanceof Pair(_, String _)) {
      return 1;
    }
    return switch (o) {
      case Pair(var _, Integer n) -> n;
      case String _, Integer _ -> 2;
      case Pair(_, _) -> 3;
      default -> total;
    };
  }
}
